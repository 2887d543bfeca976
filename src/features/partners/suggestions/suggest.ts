import { type Caution, cautionsOf, commonCautions } from './caution.ts'
import { type Profile, saysAnything } from './profile.ts'
import type { Measured, Ranker, Weighing } from './rank.ts'
import { type Reason, reasonsOf } from './reason.ts'
import { type SignalKey, weights } from './weights.ts'

/** Which partners are wanted. */
export interface SuggestionsAsked {
  limit: number
  /** Of this country alone. */
  country?: string | undefined
  /** Among these authorities alone: the members of a network. */
  among?: ReadonlySet<string> | undefined
}

export interface Suggestion extends Measured {
  id: string
  explanation: Explanation
  isTied: boolean
}

export interface Suggestions {
  own: Profile
  /** Cautions that hold for any partner. */
  cautions: Caution[]
  /** The best first, without authorities that have a tie with it. */
  best: Suggestion[]
  /** Authorities that have a tie with it already, ranked by the same signs. */
  tied: Suggestion[]
  /** Among how many one looked. */
  candidates: number
}

/** The best partners of an authority among those of a table, with their reasons; null for what is not in it. */
export function suggest(
  ranker: Ranker,
  organisationId: string,
  { limit, country, among }: SuggestionsAsked,
  weighing: Weighing = weights,
): Suggestions | null {
  const { table } = ranker.measuring
  const ownRow = table.rowOf.get(organisationId)
  const own = ownRow === undefined ? undefined : table.profiles[ownRow]
  if (ownRow === undefined || !own) return null
  const rows = table.profiles.flatMap((profile, row) =>
    profile.country !== own.country &&
    (country === undefined || profile.country === country) &&
    (among === undefined || among.has(profile.id))
      ? [row]
      : [],
  )
  const partners = new Set(own.ties.map(({ partnerId }) => partnerId))
  const isTied = (row: number) => partners.has(table.profiles[row]?.id ?? null)
  const describe = (measured: Measured): Suggestion => ({
    ...measured,
    id: table.profiles[measured.other]?.id ?? '',
    isTied: isTied(measured.other),
    explanation: explain(ranker, weighing, ownRow, measured.other),
  })
  return {
    own,
    cautions: commonCautions(
      own,
      rows.flatMap((row) => table.profiles[row] ?? []),
    ),
    best: ranker
      .rank(
        ownRow,
        rows.filter((row) => !isTied(row)),
        limit,
      )
      .map(describe),
    tied: ranker.rank(ownRow, rows.filter(isTied), limit).map(describe),
    candidates: rows.length,
  }
}

/** What would make a suggestion surer: what either side could say, or do. */
type Raise =
  | 'sayWhatYouSeek'
  | 'sayWhomYouSeek'
  | 'askWhatTheySeek'
  | 'sayWhatYouOffer'
  | 'meet'
  | 'findBridge'

interface Explanation {
  /** The strongest first. */
  reasons: Reason[]
  cautions: Caution[]
  raises: Raise[]
}

/** Explains a pair as it was measured: each reason with its evidence, what speaks against it, and what would raise its rank. */
function explain(ranker: Ranker, weighing: Weighing, ownRow: number, otherRow: number): Explanation {
  const { table } = ranker.measuring
  const [own, other] = [table.profiles[ownRow], table.profiles[otherRow]]
  if (!own || !other) return { reasons: [], cautions: [], raises: [] }
  const said = ranker.signalsOf(ownRow, otherRow)
  const back = ranker.signalsOf(otherRow, ownRow)
  const gainOf = (key: SignalKey, value: number) => weighing[key].weight * (value - weighing[key].neutral)
  const gain = (reason: Reason) => {
    if (reason.signal === 'terms') return gainOfTerms
    const whole = gainOf(
      reason.signal,
      Math.max(orNothing(said[reason.signal]), orNothing(back[reason.signal])),
    )
    // Of several stepping stones each leads as far as it does itself.
    return reason.says === 'bridge' && whole > 0 ? Math.max(0.01, gainOf('bridges', reason.strength)) : whole
  }
  const reasons = reasonsOf(ranker, ownRow, otherRow, said.nearness)
  return {
    reasons: reasons.filter((each) => gain(each) > 0).sort((one, two) => gain(two) - gain(one)),
    cautions: cautionsOf(own, other),
    raises: raisesOf(own, other, said),
  }
}

// Next to what one seeks and the other has.
const gainOfTerms = 3

const orNothing = (value: number) => (Number.isNaN(value) ? 0 : value)

function raisesOf(own: Profile, other: Profile, said: Record<SignalKey, number>): Raise[] {
  return [
    ...(own.seeks.length === 0 ? ['sayWhatYouSeek' as const] : []),
    ...(own.seeks.length > 0 && !own.terms.some(saysAnything) ? ['sayWhomYouSeek' as const] : []),
    ...(own.offers.length === 0 ? ['sayWhatYouOffer' as const] : []),
    ...(other.seeks.length === 0 && other.offers.length === 0 ? ['askWhatTheySeek' as const] : []),
    ...(Number.isNaN(said.contacts) ? ['meet' as const] : []),
    ...(Number.isNaN(said.bridges) && Number.isNaN(said.assets) ? ['findBridge' as const] : []),
  ]
}

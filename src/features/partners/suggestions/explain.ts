import { type Caution, cautionsOf } from './caution.ts'
import type { Profile } from './profile.ts'
import type { Ranker, Weighing } from './rank.ts'
import { type Reason, reasonsOf } from './reason.ts'
import type { SignalKey } from './weights.ts'

/** What would make a suggestion surer: what either side could say, or do. */
export type Raise =
  | 'sayWhatYouSeek'
  | 'sayWhomYouSeek'
  | 'askWhatTheySeek'
  | 'sayWhatYouOffer'
  | 'meet'
  | 'findBridge'

export interface Explanation {
  /** The strongest first. */
  reasons: Reason[]
  cautions: Caution[]
  raises: Raise[]
}

/** Explains a pair as it was measured: each reason with its evidence, what speaks against it, and what would raise its rank. */
export function explain(ranker: Ranker, weighing: Weighing, ownRow: number, otherRow: number): Explanation {
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
    ...(own.seeks.length > 0 && own.terms.length === 0 ? ['sayWhomYouSeek' as const] : []),
    ...(own.offers.length === 0 ? ['sayWhatYouOffer' as const] : []),
    ...(other.seeks.length === 0 && other.offers.length === 0 ? ['askWhatTheySeek' as const] : []),
    ...(Number.isNaN(said.contacts) ? ['meet' as const] : []),
    ...(Number.isNaN(said.bridges) && Number.isNaN(said.assets) ? ['findBridge' as const] : []),
  ]
}

import { type Caution, commonCautions } from './caution.ts'
import { type Explanation, explain } from './explain.ts'
import type { Profile } from './profile.ts'
import type { Measured, Ranker, Weighing } from './rank.ts'
import { weights } from './weights.ts'

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

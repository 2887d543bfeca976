import type { TieValue } from '../facts/fact.ts'
import type { KnownTie } from './queries.ts'

export interface TieMatch {
  tie: KnownTie
  /** A party of one is the predecessor or the successor of a party of the other. */
  isBySuccession: boolean
}

type Relatives = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The known tie between the parties of a stated one, in either order: of the parties themselves, else of their predecessors or
 * successors.
 */
export function matchTie(
  stated: TieValue,
  known: readonly KnownTie[],
  relatives: Relatives,
): TieMatch | null {
  const ids = stated.parties.flatMap(({ organisationId }) => organisationId ?? [])
  if (ids.length < stated.parties.length || ids.length === 0) return null
  const exact = known.find(
    ({ parties }) => parties.length === ids.length && ids.every((id) => parties.includes(id)),
  )
  if (exact) return { tie: exact, isBySuccession: false }
  // The text may name two of three parties.
  const wider = known.find(({ parties }) => ids.length > 1 && ids.every((id) => parties.includes(id)))
  if (wider) return { tie: wider, isBySuccession: false }
  const related = known.find(
    ({ parties }) =>
      parties.length === ids.length &&
      ids.every((id) => parties.some((party) => party === id || relatives.get(id)?.has(party))),
  )
  return related ? { tie: related, isBySuccession: true } : null
}

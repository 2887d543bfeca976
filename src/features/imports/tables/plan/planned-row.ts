import type { Answers } from '../answers.ts'
import type { CellError } from '../rows/cell-error.ts'
import type { RowFacts } from '../rows/row-facts.ts'
import type { PlannedParty } from './planned-party.ts'
import type { Told } from './told.ts'

/**
 * What becomes of a row. `new`: a record; `adds`: it tells more of one that exists; `known`: it tells nothing new of one; `contradicts`:
 * something else stands there, and somebody has to say which; `repeated`: an earlier row names the same, and somebody has to say what
 * becomes of it; `more`, `merged`: such a row that is one with the earlier one, and tells more or the same; `asked`: an organisation is not
 * clear; `left`: somebody left it out.
 */
export const rowStates = [
  'new',
  'adds',
  'more',
  'merged',
  'known',
  'contradicts',
  'repeated',
  'asked',
  'left',
  'wrong',
] as const
export type RowState = (typeof rowStates)[number]

export interface PlannedRow {
  facts: RowFacts
  state: RowState
  first: PlannedParty
  second: PlannedParty
  errors: CellError[]
  /** The row that was the first to name the same. */
  sameAs: number | null
  /** What stands for the record in the plan: two parties in either order, an organisation, a contact. */
  pair: string
  /** The record that existed before the table. */
  known: string | null
  /** What it tells beside whom it names; nothing for one that is new. */
  told: Told[]
}

/** A row of which nothing is known yet. */
export const unplanned = { errors: [], sameAs: null, pair: '', known: null, told: [] }

/** A row that cannot be taken as it is. */
export function wrongRow(facts: RowFacts, errors: CellError[]): PlannedRow {
  const nobody: PlannedParty = { state: 'left' }
  return { ...unplanned, facts, state: 'wrong', first: nobody, second: nobody, errors }
}

/** What becomes of a row that is clear, by what it tells. */
export function stateOf(
  told: readonly Told[],
  { isKnown, isLater }: { isKnown: boolean; isLater: boolean },
): RowState {
  if (told.some(({ waits }) => waits)) return 'contradicts'
  if (!isKnown && !isLater) return 'new'
  const isMore = told.some(({ way }) => way !== null)
  if (isLater) return isMore ? 'more' : 'merged'
  return isMore ? 'adds' : 'known'
}

/** What becomes of a row that names what an earlier one names, before it is looked at; null where it is looked at. */
export function repeatState(repeats: Answers['repeats'], earlier: number | null): 'left' | 'repeated' | null {
  if (earlier === null) return null
  if (repeats === null) return 'repeated'
  return repeats === 'leave' ? 'left' : null
}

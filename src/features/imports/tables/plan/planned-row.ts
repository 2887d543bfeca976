import { fold } from '../../../../platform/search/index.ts'
import type { Candidate, WorldPlace } from '../../../directory/gazetteer/index.ts'
import type { Place } from '../../resolving/asked-party.ts'
import type { AskedWhy } from '../../resolving/settle.ts'
import type { Answers } from '../answers.ts'
import type { Mapping } from '../fields.ts'
import type { CellError } from '../rows/cell-error.ts'
import type { PartyFacts, RowFacts } from '../rows/row-facts.ts'
import type { Told } from './told.ts'

export interface PlanOptions {
  networkId: string
  mapping: Mapping
  answers: Answers
  /** Language of the words of the table. */
  language: string
  /** The importer in the form of activity records: decides which contacts are visible. */
  importer: string
}

/**
 * What becomes of a row. `new`: a record; `adds`: it says more of an existing one; `known`: it says nothing new of one;
 * `contradicts`: the record has another value, and a person must choose; `repeated`: an earlier row names the same, and a person
 * must decide about it; `more`, `merged`: such a row is one with the earlier one, and says more or the same; `asked`: an
 * organisation is unclear; `left`: a person left it out.
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
  /** The first row that named the same. */
  sameAs: number | null
  /** The key of the record in the plan: two parties in either order, an organisation, a contact. */
  pair: string
  /** The record that existed before the table. */
  known: string | null
  /** What it says besides its names; empty for a new record. */
  told: Told[]
}

/** A row before planning. */
export const unplanned = { errors: [], sameAs: null, pair: '', known: null, told: [] }

/** A row that cannot be accepted as it is. */
export function wrongRow(facts: RowFacts, errors: CellError[]): PlannedRow {
  const nobody: PlannedParty = { state: 'left' }
  return { ...unplanned, facts, state: 'wrong', first: nobody, second: nobody, errors }
}

/** The state of a clear row, by what it says. */
export function stateOf(
  told: readonly Told[],
  { isKnown, isLater }: { isKnown: boolean; isLater: boolean },
): RowState {
  if (told.some(({ waits }) => waits)) return 'contradicts'
  if (!isKnown && !isLater) return 'new'
  const isMore = told.some(({ way: resolution }) => resolution !== null)
  if (isLater) return isMore ? 'more' : 'merged'
  return isMore ? 'adds' : 'known'
}

/** The state of a row that repeats an earlier one, where it is decided without comparing; otherwise null. */
export function repeatState(repeats: Answers['repeats'], earlier: number | null): 'left' | 'repeated' | null {
  if (earlier === null) return null
  if (repeats === null) return 'repeated'
  return repeats === 'leave' ? 'left' : null
}

/** An organisation in the plan: a known one, one to be added, or one that a person must be asked about. */
export type PlannedParty =
  | { state: 'known'; id: string; candidate: Candidate }
  | { state: 'new'; id: string; added: AddedParty }
  | { state: 'asked'; spelling: string }
  | { state: 'left' }

/** An organisation without a record; all rows that name it share it. */
export interface AddedParty {
  /** Its id within the plan. */
  id: string
  name: string
  country: string | null
  kind: string | null
  population: number | null
  place: Place | null
  names: { fr: string; ko: string; en: string }
  /** The town of the world that it is. */
  town: WorldPlace | null
  /** All spellings of its name in the table. */
  spellings: Set<string>
  rows: number
  firstRow: number
}

/** A name abroad that the world gazetteer knows. */
export interface NamedTown {
  name: string
  town: WorldPlace
  /** The record that the directory has of it under another name. */
  candidate: Candidate | null
  rows: number
  firstRow: number
}

/** One question for all rows with a spelling. */
export interface PartyQuestion {
  spelling: string
  name: string
  country: string | null
  region: string | null
  /** `variant`: another new one of the table has a similar name. */
  why: AskedWhy | 'countryMissing' | 'variant'
  candidates: Candidate[]
  /** Several towns of the world with the name. */
  towns: WorldPlace[]
  /** The name of the similar one in the table. */
  resembles: string | null
  rows: number
  firstRow: number
}

/** The scope of one answer: a name as it is written, in its country and region. */
export function spellingOf({ name, country, region, code }: PartyFacts): string {
  return [fold(name), country ?? '', fold(region ?? ''), code ?? ''].join('|').replace(/\|+$/, '')
}

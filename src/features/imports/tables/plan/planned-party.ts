import { fold } from '../../../../platform/search/index.ts'
import type { Candidate, WorldPlace } from '../../../directory/gazetteer/index.ts'
import type { Place } from '../../resolving/asked-party.ts'
import type { AskedWhy } from '../../resolving/settle.ts'
import type { PartyFacts } from '../rows/row-facts.ts'

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

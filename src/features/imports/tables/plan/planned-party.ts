import { fold } from '../../../../platform/search/index.ts'
import type { Candidate, WorldPlace } from '../../../directory/gazetteer/index.ts'
import type { Place } from '../../resolving/asked-party.ts'
import type { AskedWhy } from '../../resolving/settle.ts'
import type { PartyFacts } from '../rows/row-facts.ts'

/** An organisation as the plan has it: one that is known, one to be added, or one about which somebody must be asked. */
export type PlannedParty =
  | { state: 'known'; id: string; candidate: Candidate }
  | { state: 'new'; id: string; added: AddedParty }
  | { state: 'asked'; spelling: string }
  | { state: 'left' }

/** An organisation that no record has yet; all rows that name it share it. */
export interface AddedParty {
  /** Stands for it in the plan. */
  id: string
  name: string
  country: string | null
  kind: string | null
  population: number | null
  place: Place | null
  names: { fr: string; ko: string; en: string }
  /** The town of the world that it is. */
  town: WorldPlace | null
  /** All the ways in which the table writes its name. */
  spellings: Set<string>
  rows: number
  firstRow: number
}

/** A name abroad that the gazetteer of the world knows. */
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
  /** `variant`: another new one of the table is written alike. */
  why: AskedWhy | 'countryMissing' | 'variant'
  candidates: Candidate[]
  /** Of several towns of the world that bear the name. */
  towns: WorldPlace[]
  /** What the table calls the other one. */
  resembles: string | null
  rows: number
  firstRow: number
}

/** What one answer is for: a name as it is written, in its country and region. */
export function spellingOf({ name, country, region, code }: PartyFacts): string {
  return [fold(name), country ?? '', fold(region ?? ''), code ?? ''].join('|').replace(/\|+$/, '')
}

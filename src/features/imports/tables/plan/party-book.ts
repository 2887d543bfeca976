import type { Context } from '../../../../platform/context/context.ts'
import { fold } from '../../../../platform/search/index.ts'
import type { Candidate } from '../../../directory/gazetteer/index.ts'
import { keyOfParty, kilometresBetween, type Place } from '../../resolving/asked-party.ts'
import { lookUpParties } from '../../resolving/queries.ts'
import type { AskedWhy, Settled } from '../../resolving/settle.ts'
import type { PartyFacts } from '../rows/row-facts.ts'

/** What somebody has said of a spelling: the slug of the organisation, that it is a new one, or that its rows are left out. */
export type PartyAnswer = { slug: string } | 'new' | 'leave'

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
  rows: number
  firstRow: number
}

/** One question for all rows with a spelling. */
export interface PartyQuestion {
  spelling: string
  name: string
  country: string | null
  region: string | null
  why: AskedWhy | 'countryMissing'
  candidates: Candidate[]
  rows: number
  firstRow: number
}

// Two places of one name in one country: two towns, unless they are as near as measurements differ.
const sameTownKm = 25
const mostGuesses = 300

/** Which organisations a table names: asks for each spelling once, however many rows have it. */
export class PartyBook {
  readonly #context: Context
  readonly #answers: ReadonlyMap<string, PartyAnswer>
  readonly #answered: ReadonlyMap<string, Candidate>
  readonly #settled = new Map<string, Settled>()
  readonly #added = new Map<string, AddedParty[]>()
  readonly #questions = new Map<string, PartyQuestion>()
  #guessed = 0

  constructor(
    context: Context,
    answers: ReadonlyMap<string, PartyAnswer>,
    answered: ReadonlyMap<string, Candidate>,
  ) {
    this.#context = context
    this.#answers = answers
    this.#answered = answered
  }

  /** Finds out about the organisations of some rows; those that were met before cost nothing. */
  async meet(parties: readonly PartyFacts[]): Promise<void> {
    const unmet = parties.filter((party) => !this.#settled.has(keyOfParty(party)))
    if (unmet.length === 0) return
    const settled = await lookUpParties(this.#context, unmet, {
      mostGuesses: Math.max(0, mostGuesses - this.#guessed),
    })
    for (const [key, each] of settled) {
      if (each.state === 'asked' && (each.why === 'alike' || each.why === 'unknown')) this.#guessed++
      this.#settled.set(key, each)
    }
  }

  /** What a row's organisation is; meet it first. */
  plan(party: PartyFacts, row: number, names = { fr: '', ko: '', en: '' }): PlannedParty {
    const spelling = spellingOf(party)
    const answer = this.#answers.get(spelling) ?? this.#answers.get(fold(party.name))
    if (answer === 'leave') return { state: 'left' }
    if (answer === 'new') return this.#add(party, row, names)
    if (answer) {
      const candidate = this.#answered.get(answer.slug)
      if (candidate) return { state: 'known', id: candidate.id, candidate }
    }
    const settled = this.#settled.get(keyOfParty(party))
    if (settled?.state === 'found')
      return { state: 'known', id: settled.candidate.id, candidate: settled.candidate }
    if (settled?.state === 'asked') return this.#ask(spelling, party, row, settled.why, settled.candidates)
    if (party.country === null) return this.#ask(spelling, party, row, 'countryMissing', [])
    return this.#add(party, row, names)
  }

  get questions(): PartyQuestion[] {
    return [...this.#questions.values()]
  }

  get added(): AddedParty[] {
    return [...this.#added.values()].flat()
  }

  #ask(
    spelling: string,
    { name, country, region }: PartyFacts,
    row: number,
    why: PartyQuestion['why'],
    candidates: Candidate[],
  ): PlannedParty {
    const question = this.#questions.get(spelling)
    if (question) question.rows++
    else
      this.#questions.set(spelling, {
        spelling,
        name,
        country,
        region,
        why,
        candidates,
        rows: 1,
        firstRow: row,
      })
    return { state: 'asked', spelling }
  }

  #add(party: PartyFacts, row: number, names: AddedParty['names']): PlannedParty {
    const key = `${fold(party.name)}|${party.country ?? ''}`
    const namesakes = this.#added.get(key) ?? []
    const same = namesakes.find(
      ({ place }) => !place || !party.place || kilometresBetween(place, party.place) < sameTownKm,
    )
    if (same) {
      same.rows++
      same.place ??= party.place
      same.kind ??= party.kind
      same.population ??= party.population
      return { state: 'new', id: same.id, added: same }
    }
    const { name, country, kind, population, place } = party
    const id = `new:${key}:${namesakes.length}`
    const added = { id, name, country, kind, population, place, names, rows: 1, firstRow: row }
    this.#added.set(key, [...namesakes, added])
    return { state: 'new', id, added }
  }
}

/** What one answer is for: a name as it is written, in its country and region. */
export function spellingOf({ name, country, region, code }: PartyFacts): string {
  return [fold(name), country ?? '', fold(region ?? ''), code ?? ''].join('|').replace(/\|+$/, '')
}

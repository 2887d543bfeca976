import type { Context } from '../../../../platform/context/context.ts'
import { fold } from '../../../../platform/search/index.ts'
import type { Candidate, WorldPlace } from '../../../directory/gazetteer/index.ts'
import { Abroad } from '../../resolving/abroad.ts'
import { keyOfParty, kilometresBetween } from '../../resolving/asked-party.ts'
import { lookUpParties } from '../../resolving/queries.ts'
import type { Settled } from '../../resolving/settle.ts'
import { variantKey } from '../../resolving/spelling-variants.ts'
import type { Answers } from '../answers.ts'
import type { PartyFacts } from '../rows/row-facts.ts'
import {
  type AddedParty,
  type NamedTown,
  type PartyQuestion,
  type PlannedParty,
  spellingOf,
} from './planned-row.ts'

// Two places of one name in one country: two towns, unless they are within the error of measurements.
const sameTownKm = 25
const mostGuesses = 300

/** Which organisations a table names: asks for each spelling once, however many rows have it. */
export class PartyBook {
  readonly #context: Context
  readonly #answers: Pick<Answers, 'parties' | 'towns'>
  readonly #answered: ReadonlyMap<string, Candidate>
  readonly #settled = new Map<string, Settled>()
  readonly #added = new Map<string, AddedParty[]>()
  /** The first of each variant, by `variantKey` and country. */
  readonly #variants = new Map<string, AddedParty>()
  readonly #questions = new Map<string, PartyQuestion>()
  readonly #towns = new Map<string, NamedTown>()
  readonly #abroad = new Abroad()
  /** What a later row says of a new organisation belongs to it; in a list of organisations that is decided row by row. */
  readonly #mergesLater: boolean
  #guessed = 0

  constructor(
    context: Context,
    answers: Pick<Answers, 'parties' | 'towns'>,
    answered: ReadonlyMap<string, Candidate>,
    { mergesLater }: { mergesLater: boolean },
  ) {
    this.#mergesLater = mergesLater
    this.#context = context
    this.#answers = answers
    this.#answered = answered
  }

  /** Looks up the organisations of some rows; known ones cost nothing. */
  async meet(parties: readonly PartyFacts[]): Promise<void> {
    const unmet = parties.filter((party) => !this.#settled.has(keyOfParty(party)))
    if (unmet.length === 0) return
    const settled = await lookUpParties(this.#context, unmet, {
      mostGuesses: Math.max(0, mostGuesses - this.#guessed),
      abroad: this.#abroad,
    })
    for (const [key, each] of settled) {
      if (each.state === 'asked' && (each.why === 'alike' || each.why === 'unknown')) this.#guessed++
      this.#settled.set(key, each)
    }
  }

  /** The organisation of a row; call `meet` first. */
  plan(party: PartyFacts, row: number, names = { fr: '', ko: '', en: '' }): PlannedParty {
    const spelling = spellingOf(party)
    const { parties } = this.#answers
    const answer = parties.get(spelling) ?? parties.get(fold(party.name))
    const settled = this.#settled.get(keyOfParty(party))
    if (answer === 'leave') return { state: 'left' }
    if (answer === 'new') return this.#add(party, row, names)
    if (answer === 'same') return this.#addTo(this.#variantOf(party), party, row, names)
    if (answer && 'slug' in answer) {
      const candidate = this.#answered.get(answer.slug)
      if (candidate) return { state: 'known', id: candidate.id, candidate }
    }
    if (answer && 'geonames' in answer) {
      const towns = settled?.state === 'asked' ? (settled.towns ?? []) : []
      const town = towns.find(({ geonames }) => geonames === answer.geonames)
      if (town) return this.#add(party, row, names, town)
    }
    if (settled?.state === 'found')
      return { state: 'known', id: settled.candidate.id, candidate: settled.candidate }
    if (settled?.state === 'asked') return this.#ask(spelling, party, row, settled)
    if (settled?.state === 'town') return this.#planTown(spelling, party, row, names, settled)
    if (party.country === null)
      return this.#ask(spelling, party, row, { why: 'countryMissing', candidates: [] })
    const alike = this.#variantOf(party)
    if (!alike) return this.#add(party, row, names)
    return this.#ask(spelling, party, row, { why: 'variant', candidates: [] }, alike.name)
  }

  #planTown(
    spelling: string,
    party: PartyFacts,
    row: number,
    names: AddedParty['names'],
    { town, candidate }: { town: WorldPlace; candidate: Candidate | null },
  ): PlannedParty {
    const met = this.#towns.get(spelling)
    if (met) met.rows++
    else this.#towns.set(spelling, { name: party.name, town, candidate, rows: 1, firstRow: row })
    const { towns } = this.#answers
    if (towns === null) return { state: 'asked', spelling }
    if (towns === 'plain') return this.#add(party, row, names)
    return candidate ? { state: 'known', id: candidate.id, candidate } : this.#add(party, row, names, town)
  }

  /** Names for which one common answer decides whether they are towns of the world. */
  get towns(): NamedTown[] {
    return [...this.#towns.values()]
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
    asked: Pick<PartyQuestion, 'why' | 'candidates'> & { towns?: WorldPlace[] },
    resembles: string | null = null,
  ): PlannedParty {
    const question = this.#questions.get(spelling)
    if (question) question.rows++
    else
      this.#questions.set(spelling, {
        spelling,
        name,
        country,
        region,
        why: asked.why,
        candidates: asked.candidates,
        towns: asked.towns ?? [],
        resembles,
        rows: 1,
        firstRow: row,
      })
    return { state: 'asked', spelling }
  }

  #add(
    party: PartyFacts,
    row: number,
    names: AddedParty['names'],
    town: WorldPlace | null = null,
  ): PlannedParty {
    // A town is identified by its number, however it is spelt.
    const key = town ? `geonames:${town.geonames}` : `${fold(party.name)}|${party.country ?? ''}`
    const namesakes = this.#added.get(key) ?? []
    const same = namesakes.find(
      ({ place }) =>
        town !== null || !place || !party.place || kilometresBetween(place, party.place) < sameTownKm,
    )
    if (same) return this.#addTo(same, party, row, names)
    const { name, country, kind, population, place } = party
    const id = `new:${key}:${namesakes.length}`
    const added = {
      id,
      name,
      country,
      kind,
      population,
      place,
      names,
      town,
      spellings: new Set([name]),
      rows: 1,
      firstRow: row,
    }
    this.#added.set(key, [...namesakes, added])
    const variant = variantOf(party)
    if (!this.#variants.has(variant)) this.#variants.set(variant, added)
    return { state: 'new', id, added }
  }

  #addTo(same: AddedParty | null, party: PartyFacts, row: number, names: AddedParty['names']): PlannedParty {
    if (!same) return this.#add(party, row, names)
    same.rows++
    same.spellings.add(party.name)
    if (!this.#mergesLater) return { state: 'new', id: same.id, added: same }
    same.place ??= party.place
    same.kind ??= party.kind
    same.population ??= party.population
    return { state: 'new', id: same.id, added: same }
  }

  /** Another new organisation of the table with a similar spelling, unless it clearly lies elsewhere. */
  #variantOf(party: PartyFacts): AddedParty | null {
    const other = this.#variants.get(variantOf(party))
    if (!other || fold(other.name) === fold(party.name)) return null
    const isElsewhere =
      other.place !== null &&
      party.place !== null &&
      kilometresBetween(other.place, party.place) >= sameTownKm
    return isElsewhere ? null : other
  }
}

const variantOf = ({ name, country }: PartyFacts) => `${variantKey(name)}|${country ?? ''}`

import type { Context } from '../../../../platform/context/context.ts'
import type { TableRow } from '../../../../platform/spreadsheets/table.ts'
import { listCandidates } from '../../../directory/gazetteer/index.ts'
import {
  type CooperationDocument,
  cooperationDocument,
  emptyCooperation,
  listDocuments,
} from '../../../registry/cooperations/index.ts'
import { type PartyFacts, type RowFacts, readRow } from '../rows/row-facts.ts'
import { valuesOf } from '../rows/told-values.ts'
import type { WordLists } from '../words/word-list.ts'
import { ContactPlan } from './contact-plan.ts'
import { EventPlan } from './event-plan.ts'
import { listHeldContacts, listHeldEvents } from './held.queries.ts'
import { OrganisationPlan } from './organisation-plan.ts'
import { PairMemory, pairOf } from './pair-memory.ts'
import { PartyBook } from './party-book.ts'
import {
  type PlannedParty,
  type PlannedRow,
  type PlanOptions,
  repeatState,
  stateOf,
  unplanned,
  wrongRow,
} from './planned-row.ts'
import { type KnownPairs, listKnownPairs } from './queries.ts'
import { tellRow } from './told.ts'

/** Works out what a table would change, some rows at a time; writes nothing. */
export class TablePlan {
  readonly #context: Context
  readonly #options: PlanOptions
  readonly #lists: WordLists
  readonly book: PartyBook
  readonly #known: KnownPairs
  readonly #memory = new PairMemory()
  readonly #organisations: OrganisationPlan
  readonly #contacts: ContactPlan
  readonly #events: EventPlan

  private constructor(
    context: Context,
    options: PlanOptions,
    lists: WordLists,
    book: PartyBook,
    known: KnownPairs,
    contacts: ContactPlan,
    events: EventPlan,
  ) {
    this.#context = context
    this.#options = options
    this.#lists = lists
    this.book = book
    this.#known = known
    this.#organisations = new OrganisationPlan(options)
    this.#contacts = contacts
    this.#events = events
  }

  static async begin(context: Context, options: PlanOptions, lists: WordLists): Promise<TablePlan> {
    const slugs = [...options.answers.parties.values()].flatMap((answer) =>
      typeof answer === 'object' && 'slug' in answer ? [answer.slug] : [],
    )
    const answered = await listCandidates(context, { slugs })
    const book = new PartyBook(context, options.answers, new Map(answered.map((each) => [each.slug, each])), {
      mergesLater: options.mapping.kind !== 'organisations',
    })
    const known =
      options.mapping.kind === 'cooperations'
        ? await listKnownPairs(context, options.networkId)
        : new Map<string, string>()
    const held = options.mapping.kind === 'contacts' ? await listHeldContacts(context, options) : []
    const events =
      options.mapping.kind === 'events' ? await listHeldEvents(context, options.networkId) : new Map()
    return new TablePlan(
      context,
      options,
      lists,
      book,
      known,
      new ContactPlan(options, held),
      new EventPlan(options, events),
    )
  }

  /** Plans some rows, in order; skips those above the titles, the titles themselves and empty ones. */
  async plan(rows: readonly TableRow[]): Promise<PlannedRow[]> {
    const { mapping } = this.#options
    const read = rows
      .filter(({ number }) => number > mapping.headerRow)
      .flatMap((row) => readRow(row, mapping, this.#lists) ?? [])
    const isPair = mapping.kind === 'cooperations'
    await this.book.meet(
      read
        .filter(({ errors }) => errors.length === 0)
        .flatMap(({ first, second }) => (isPair || mapping.kind === 'events' ? [first, second] : [first]))
        .filter((party) => mapping.kind !== 'events' || isNamed(party)),
    )
    if (mapping.kind === 'events') return read.map((facts) => this.#planEvent(facts))
    if (!isPair) return read.map((facts) => this.#planOne(facts))
    const placed = read.map((facts) => this.#placePair(facts))
    const documents = await this.#listKnown(placed)
    return placed.map((row) => this.#tell(row, documents))
  }

  /** The two parties of a row, and the record that they have already. */
  #placePair(facts: RowFacts): PlannedRow {
    if (facts.errors.length > 0) return wrongRow(facts, facts.errors)
    const first = this.book.plan(facts.first, facts.number)
    const second = this.book.plan(facts.second, facts.number)
    const planned = { ...unplanned, facts, first, second }
    if (first.state === 'left' || second.state === 'left') return { ...planned, state: 'left' }
    if (first.state === 'asked' || second.state === 'asked') return { ...planned, state: 'asked' }
    if (first.id === second.id)
      return wrongRow(facts, [{ column: null, code: 'sameParty', text: facts.first.name }])
    const pair = pairOf(first.id, second.id)
    return { ...planned, state: 'new', pair, known: this.#known.get(pair) ?? null }
  }

  async #listKnown(placed: readonly PlannedRow[]): Promise<Map<string, CooperationDocument>> {
    const ids = new Set(placed.flatMap(({ known }) => known ?? []))
    const documents = await listDocuments(this.#context, this.#options.networkId, [...ids])
    return new Map([...documents].map(([id, document]) => [id, cooperationDocument.parse(document)]))
  }

  #tell(placed: PlannedRow, documents: ReadonlyMap<string, CooperationDocument>): PlannedRow {
    if (placed.state !== 'new') return placed
    const { answers, language } = this.#options
    const { known, facts } = placed
    const earlier = this.#memory.firstRow(placed.pair)
    const isApart = earlier !== null && known === null && answers.repeats === 'apart'
    const pair = isApart ? `${placed.pair} ${facts.number}` : placed.pair
    const values = valuesOf(facts, language)
    if (known === null && (earlier === null || isApart)) {
      this.#memory.begin(pair, facts.number, values)
      return { ...placed, pair, sameAs: earlier }
    }
    const context = { today: this.#context.today, language }
    const stored = known === null ? emptyCooperation : documents.get(known)
    // It becomes known on a later day than this one.
    if (!stored) return { ...placed, state: 'known' }
    const { told } = tellRow(this.#memory.replay(pair, stored, context), values, {
      ...context,
      subject: known ?? pair,
      answers: answers.differences,
    })
    const row = { ...placed, pair, sameAs: earlier, told }
    const repeated = repeatState(answers.repeats, earlier)
    if (repeated !== null) return { ...row, state: repeated }
    const state = stateOf(told, { isKnown: known !== null, isLater: earlier !== null })
    if (state !== 'contradicts') this.#memory.remember(pair, facts.number, told)
    return { ...row, state }
  }

  /** An event with its organiser and partner, where the row gives them. */
  #planEvent(facts: RowFacts): PlannedRow {
    if (facts.errors.length > 0) return wrongRow(facts, facts.errors)
    const [first, second] = [facts.first, facts.second].map(
      (party): PlannedParty => (isNamed(party) ? this.book.plan(party, facts.number) : { state: 'left' }),
    )
    if (!first || !second) throw new Error('A row has two parties')
    const planned: PlannedRow = { ...unplanned, facts, first, second, state: 'new' }
    if (first.state === 'asked' || second.state === 'asked') return { ...planned, state: 'asked' }
    const isLeft = (party: PlannedParty, said: PartyFacts) => party.state === 'left' && isNamed(said)
    if (isLeft(first, facts.first) || isLeft(second, facts.second)) return { ...planned, state: 'left' }
    return this.#events.tell(planned)
  }

  #planOne(facts: RowFacts): PlannedRow {
    if (facts.errors.length > 0) return wrongRow(facts, facts.errors)
    const first = this.book.plan(facts.first, facts.number, facts.names)
    const planned: PlannedRow = { ...unplanned, facts, first, second: first, state: 'new' }
    if (first.state === 'left' || first.state === 'asked') return { ...planned, state: first.state }
    return this.#options.mapping.kind === 'organisations'
      ? this.#organisations.tell(planned)
      : this.#contacts.tell(planned)
  }
}

const isNamed = ({ name, code }: PartyFacts) => name !== '' || code !== null

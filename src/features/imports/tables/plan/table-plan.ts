import type { Context } from '../../../../platform/context/context.ts'
import type { TableRow } from '../../../../platform/spreadsheets/table.ts'
import { listCandidates } from '../../../directory/gazetteer/index.ts'
import {
  type CooperationDocument,
  cooperationDocument,
  emptyCooperation,
  listDocuments,
} from '../../../registry/cooperations/index.ts'
import type { Answers } from '../answers.ts'
import type { Mapping } from '../fields.ts'
import { type CellError, type RowFacts, readRow } from '../rows/row-facts.ts'
import { valuesOf } from '../rows/told-values.ts'
import type { WordLists } from '../words/word-list.ts'
import { PairMemory } from './pair-memory.ts'
import { PartyBook, type PlannedParty } from './party-book.ts'
import { type KnownPairs, listKnownPairs, pairOf } from './queries.ts'
import { type Told, tellRow } from './told.ts'

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
  /** What the two parties are, in either order. */
  pair: string
  /** The record that existed before the table. */
  known: string | null
  /** What it tells beside whom it names; nothing for one that is new. */
  told: Told[]
}

export interface PlanOptions {
  networkId: string
  mapping: Mapping
  answers: Answers
  /** Of the words of the table. */
  language: string
}

/** What a table would change, worked out some rows at a time; nothing is written. */
export class TablePlan {
  readonly #context: Context
  readonly #options: PlanOptions
  readonly #lists: WordLists
  readonly book: PartyBook
  readonly #known: KnownPairs
  readonly #memory = new PairMemory()

  private constructor(
    context: Context,
    options: PlanOptions,
    lists: WordLists,
    book: PartyBook,
    known: KnownPairs,
  ) {
    this.#context = context
    this.#options = options
    this.#lists = lists
    this.book = book
    this.#known = known
  }

  static async begin(context: Context, options: PlanOptions, lists: WordLists): Promise<TablePlan> {
    const slugs = [...options.answers.parties.values()].flatMap((answer) =>
      typeof answer === 'object' && 'slug' in answer ? [answer.slug] : [],
    )
    const answered = await listCandidates(context, { slugs })
    const book = new PartyBook(context, options.answers, new Map(answered.map((each) => [each.slug, each])))
    const known =
      options.mapping.kind === 'cooperations'
        ? await listKnownPairs(context, options.networkId)
        : new Map<string, string>()
    return new TablePlan(context, options, lists, book, known)
  }

  /** Plans some rows, in order; those above the titles, the titles themselves and empty ones are passed over. */
  async plan(rows: readonly TableRow[]): Promise<PlannedRow[]> {
    const { mapping } = this.#options
    const read = rows
      .filter(({ number }) => number > mapping.headerRow)
      .flatMap((row) => readRow(row, mapping, this.#lists) ?? [])
    const isPair = mapping.kind === 'cooperations'
    await this.book.meet(
      read
        .filter(({ errors }) => errors.length === 0)
        .flatMap(({ first, second }) => (isPair ? [first, second] : [first])),
    )
    if (!isPair) return read.map((facts) => this.#planOne(facts))
    const placed = read.map((facts) => this.#placePair(facts))
    const documents = await this.#listKnown(placed)
    return placed.map((row) => this.#tell(row, documents))
  }

  /** Who the two of a row are, and which record they have already. */
  #placePair(facts: RowFacts): PlannedRow {
    if (facts.errors.length > 0) return wrong(facts, facts.errors)
    const first = this.book.plan(facts.first, facts.number)
    const second = this.book.plan(facts.second, facts.number)
    const planned = { ...bare, facts, first, second }
    if (first.state === 'left' || second.state === 'left') return { ...planned, state: 'left' }
    if (first.state === 'asked' || second.state === 'asked') return { ...planned, state: 'asked' }
    if (first.id === second.id)
      return wrong(facts, [{ column: null, code: 'sameParty', text: facts.first.name }])
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
    if (earlier !== null && answers.repeats === 'leave') return { ...placed, state: 'left', sameAs: earlier }
    const isApart = earlier !== null && known === null && answers.repeats === 'apart'
    const pair = isApart ? `${placed.pair} ${facts.number}` : placed.pair
    const ground = { today: this.#context.today, language }
    const standing = known === null ? emptyCooperation : documents.get(known)
    // It becomes known on a later day than this one.
    if (!standing) return { ...placed, state: 'known' }
    const { told } = tellRow(this.#memory.replay(pair, standing, ground), valuesOf(facts, language), {
      ...ground,
      subject: known ?? pair,
      answers: answers.differences,
    })
    const row = { ...placed, pair, sameAs: earlier, told }
    if (earlier !== null && answers.repeats === null) return { ...row, state: 'repeated' }
    const state = stateOf(told, { isKnown: known !== null, isLater: earlier !== null && !isApart })
    if (state !== 'contradicts') this.#memory.remember(pair, facts.number, told)
    return { ...row, state }
  }

  #planOne(facts: RowFacts): PlannedRow {
    if (facts.errors.length > 0) return wrong(facts, facts.errors)
    const first = this.book.plan(facts.first, facts.number, facts.names)
    const planned = { ...bare, facts, first, second: first }
    if (first.state === 'left' || first.state === 'asked') return { ...planned, state: first.state }
    if (first.state === 'known') return { ...planned, state: 'known' }
    const isRepeated = first.added.firstRow !== facts.number
    return {
      ...planned,
      state: isRepeated ? 'repeated' : 'new',
      sameAs: isRepeated ? first.added.firstRow : null,
    }
  }
}

function stateOf(
  told: readonly Told[],
  { isKnown, isLater }: { isKnown: boolean; isLater: boolean },
): RowState {
  if (told.some(({ waits }) => waits)) return 'contradicts'
  if (!isKnown && !isLater) return 'new'
  const isMore = told.some(({ way }) => way !== null)
  if (isLater) return isMore ? 'more' : 'merged'
  return isMore ? 'adds' : 'known'
}

const bare = { errors: [], sameAs: null, pair: '', known: null, told: [] }

function wrong(facts: RowFacts, errors: CellError[]): PlannedRow {
  const nobody: PlannedParty = { state: 'left' }
  return { ...bare, facts, state: 'wrong', first: nobody, second: nobody, errors }
}

import type { Context } from '../../../../platform/context/context.ts'
import type { TableRow } from '../../../../platform/spreadsheets/table.ts'
import { listCandidates } from '../../../directory/gazetteer/index.ts'
import type { Mapping } from '../fields.ts'
import { type CellError, type RowFacts, readRow } from '../rows/row-facts.ts'
import type { WordLists } from '../words/word-list.ts'
import { type PartyAnswer, PartyBook, type PlannedParty } from './party-book.ts'
import { listKnownPairs } from './queries.ts'

/**
 * What becomes of a row. `new`: a cooperation; `more`: another agreement of one that an earlier row has; `repeated`: it says what an
 * earlier row says; `known`: the registry has that cooperation; `asked`: an organisation is not clear; `left`: somebody left it out.
 */
export const rowStates = ['new', 'more', 'repeated', 'known', 'asked', 'left', 'wrong'] as const
export type RowState = (typeof rowStates)[number]

export interface PlannedRow {
  facts: RowFacts
  state: RowState
  first: PlannedParty
  second: PlannedParty
  errors: CellError[]
  /** Of `more` and `repeated`: the row that came first. */
  sameAs: number | null
  /** What the two parties are, in either order. */
  pair: string
}

export interface PlanOptions {
  networkId: string
  mapping: Mapping
  answers: ReadonlyMap<string, PartyAnswer>
}

/** What a table would change, worked out some rows at a time; nothing is written. */
export class TablePlan {
  readonly #options: PlanOptions
  readonly #lists: WordLists
  readonly book: PartyBook
  readonly #known: ReadonlySet<string>
  readonly #pairs = new Map<string, { row: number; said: Set<string> }>()

  private constructor(options: PlanOptions, lists: WordLists, book: PartyBook, known: ReadonlySet<string>) {
    this.#options = options
    this.#lists = lists
    this.book = book
    this.#known = known
  }

  static async begin(context: Context, options: PlanOptions, lists: WordLists): Promise<TablePlan> {
    const slugs = [...options.answers.values()].flatMap((answer) =>
      typeof answer === 'string' ? [] : [answer.slug],
    )
    const answered = await listCandidates(context, { slugs })
    const book = new PartyBook(context, options.answers, new Map(answered.map((each) => [each.slug, each])))
    const known =
      options.mapping.kind === 'cooperations'
        ? await listKnownPairs(context, options.networkId)
        : new Set<string>()
    return new TablePlan(options, lists, book, known)
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
    return read.map((facts) => (isPair ? this.#planPair(facts) : this.#planOne(facts)))
  }

  #planPair(facts: RowFacts): PlannedRow {
    if (facts.errors.length > 0) return wrong(facts, facts.errors)
    const first = this.book.plan(facts.first, facts.number)
    const second = this.book.plan(facts.second, facts.number)
    const planned = { facts, first, second, errors: [], sameAs: null, pair: '' }
    if (first.state === 'left' || second.state === 'left') return { ...planned, state: 'left' }
    if (first.state === 'asked' || second.state === 'asked') return { ...planned, state: 'asked' }
    if (first.id === second.id)
      return wrong(facts, [{ column: null, code: 'sameParty', text: facts.first.name }])
    const pair = [first.id, second.id].toSorted().join(' ')
    if (this.#known.has(pair)) return { ...planned, state: 'known', pair }
    const before = this.#pairs.get(pair)
    const said = saidBy(facts)
    if (!before) {
      this.#pairs.set(pair, { row: facts.number, said: new Set([said]) })
      return { ...planned, state: 'new', pair }
    }
    const isSaid = before.said.has(said) || said === nothingSaid
    before.said.add(said)
    return { ...planned, state: isSaid ? 'repeated' : 'more', sameAs: before.row, pair }
  }

  #planOne(facts: RowFacts): PlannedRow {
    if (facts.errors.length > 0) return wrong(facts, facts.errors)
    const first = this.book.plan(facts.first, facts.number, facts.names)
    const planned = { facts, first, second: first, errors: [], sameAs: null, pair: '' }
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

const nothingSaid = '|'

/** What a row says of the agreement between its parties. */
function saidBy({ agreementKind, agreementOn }: RowFacts): string {
  return `${agreementKind ?? ''}|${agreementOn?.edtf ?? ''}`
}

function wrong(facts: RowFacts, errors: CellError[]): PlannedRow {
  const nobody: PlannedParty = { state: 'left' }
  return { facts, state: 'wrong', first: nobody, second: nobody, errors, sameAs: null, pair: '' }
}

import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import { openTable } from '../../../../platform/spreadsheets/open-table.ts'
import { cellAddress } from '../../../../platform/spreadsheets/table.ts'
import { differenceKey } from '../answers.ts'
import { columnOfField, type Field, type Mapping } from '../fields.ts'
import {
  type PartyQuestion,
  type PlannedParty,
  type PlannedRow,
  type PlanOptions,
  type RowState,
  rowStates,
} from '../plan/planned-row.ts'
import { TablePlan } from '../plan/table-plan.ts'
import type { Told } from '../plan/told.ts'
import type { WordLists } from '../words/word-list.ts'
import type { ReportQuestion, ReportTold, TableReport } from './report-shape.ts'

const mostErrors = 5000
const mostQuestions = 2000
const mostListed = 500

/** Counts what becomes of rows as they are planned. */
export class ReportBuilder {
  readonly #mapping: Mapping
  readonly #language: string
  readonly #counts = new Map<RowState, number>(rowStates.map((state) => [state, 0]))
  readonly #errors: TableReport['errors'] = []
  readonly #repeated: TableReport['repeated'] = []
  readonly #additions: ReportTold[] = []
  readonly #differences: ReportTold[] = []
  readonly #known = new Set<string>()
  #rows = 0
  #errorCount = 0
  #repeatedCount = 0
  #additionCount = 0
  #differenceCount = 0

  /** `language` is that of the table’s words. */
  constructor(mapping: Mapping, language: string) {
    this.#mapping = mapping
    this.#language = language
  }

  add(planned: readonly PlannedRow[]): void {
    for (const row of planned) {
      this.#rows++
      this.#counts.set(row.state, (this.#counts.get(row.state) ?? 0) + 1)
      for (const party of [row.first, row.second]) if (party.state === 'known') this.#known.add(party.id)
      if (row.sameAs !== null) this.#addRepeated(row, row.sameAs)
      if (row.state !== 'repeated' && row.state !== 'left') this.#addTold(row)
      this.#errorCount += row.errors.length
      for (const error of row.errors)
        if (this.#errors.length < mostErrors) this.#errors.push(this.#placed(row, error))
    }
  }

  report({ book }: TablePlan): TableReport {
    const questions = book.questions.toSorted((a, b) => b.rows - a.rows || a.firstRow - b.firstRow)
    const towns = book.towns.toSorted((a, b) => a.firstRow - b.firstRow)
    return {
      rows: this.#rows,
      counts: Object.fromEntries(this.#counts),
      organisations: { known: this.#known.size, new: book.added.length, asked: questions.length },
      questions: questions.slice(0, mostQuestions).map(toldQuestion),
      towns: towns
        .slice(0, mostListed)
        .map(({ candidate, ...each }) => ({ ...each, known: candidate?.name ?? null })),
      townCount: towns.length,
      additions: this.#additions,
      additionCount: this.#additionCount,
      differences: this.#differences,
      differenceCount: this.#differenceCount,
      errors: this.#errors,
      errorCount: this.#errorCount,
      repeated: this.#repeated,
      repeatedCount: this.#repeatedCount,
    }
  }

  #addRepeated({ facts, told, first, second }: PlannedRow, sameAs: number): void {
    this.#repeatedCount++
    if (this.#repeated.length >= mostListed) return
    const sides = first === second ? [facts.first] : [facts.first, facts.second]
    this.#repeated.push({
      row: facts.number,
      sameAs,
      cells: this.#namingCells(facts.number),
      sameCells: this.#namingCells(sameAs),
      names: [facts.event?.title ?? '', ...sides.map(({ name }) => name), facts.post, facts.person]
        .filter(Boolean)
        .join(' – '),
      isMore: told.some(({ outcome }) => outcome !== 'confirms'),
    })
  }

  #addTold(row: PlannedRow): void {
    const isOther = row.known !== null || row.sameAs !== null
    for (const told of isOther ? row.told : []) {
      // A row that waits for an answer writes nothing.
      if (told.outcome === 'adds' && row.state !== 'contradicts') {
        this.#additionCount++
        if (this.#additions.length < mostListed) this.#additions.push(this.#told(row, told))
      }
      if (told.key !== null) {
        this.#differenceCount++
        if (this.#differences.length < mostListed) this.#differences.push(this.#told(row, told))
      }
    }
  }

  #told({ facts, first, second, known, sameAs }: PlannedRow, told: Told): ReportTold {
    return {
      row: facts.number,
      cell: this.#cell(told.field, facts.number),
      who: this.#whom({ facts, first, second }),
      read: told.value,
      present: told.present?.value ?? null,
      sources: told.present?.sources ?? [],
      presentRow: known === null ? sameAs : null,
      known,
      key: told.key === null ? null : differenceKey(told.key),
      ways: [...told.ways],
    }
  }

  #whom({ facts, first, second }: Pick<PlannedRow, 'facts' | 'first' | 'second'>): LocalizedName[] {
    if (this.#mapping.kind !== 'contacts')
      return [first, ...(second === first ? [] : [second])].map((party) => this.#nameOf(party))
    const own = [facts.person, facts.post].filter((text) => text !== '')
    return [this.#nameOf(first), ...own.map((text) => ({ [this.#language]: text }))]
  }

  #nameOf(party: PlannedParty): LocalizedName {
    if (party.state === 'known') return party.candidate.name
    return party.state === 'new' ? { [this.#language]: party.added.name } : {}
  }

  #cell(field: Field, row: number): string {
    const column = columnOfField(this.#mapping, field)
    return column === null ? String(row) : cellAddress(column, row)
  }

  /** The cells by which a row names its organisations. */
  #namingCells(row: number): string {
    const fields: Field[] =
      this.#mapping.kind === 'cooperations'
        ? ['first.name', 'second.name']
        : this.#mapping.kind === 'contacts'
          ? ['first.name', 'post', 'person']
          : this.#mapping.kind === 'events'
            ? ['event.title', 'event.start']
            : ['first.name']
    const cells = fields.flatMap((field) => {
      const column = columnOfField(this.#mapping, field)
      return column === null ? [] : [cellAddress(column, row)]
    })
    return cells.join(' ')
  }

  #placed(
    { facts }: PlannedRow,
    { column, code, text }: PlannedRow['errors'][number],
  ): TableReport['errors'][number] {
    const cell = column === null ? String(facts.number) : cellAddress(column, facts.number)
    return { row: facts.number, cell, code, text: text.slice(0, 200) }
  }
}

function toldQuestion({ candidates, ...asked }: PartyQuestion): ReportQuestion {
  return {
    ...asked,
    candidates: candidates.map(({ id, slug, name, country, kind, codes, within, population }) => ({
      id,
      slug,
      name,
      country,
      kind,
      codes,
      within,
      population,
    })),
  }
}

/** Works out what a table would do; writes nothing. `progress` receives the number of rows read. */
export async function checkTable(
  context: Context,
  place: { path: string; sheet: string | null },
  options: PlanOptions,
  lists: WordLists,
  progress: (rows: number) => void | Promise<void>,
): Promise<TableReport> {
  const table = await openTable(place)
  try {
    const plan = await TablePlan.begin(context, options, lists)
    const builder = new ReportBuilder(options.mapping, options.language)
    for await (const rows of table.batches()) {
      builder.add(await plan.plan(rows))
      await progress(rows.at(-1)?.number ?? 0)
    }
    return builder.report(plan)
  } finally {
    await table.close()
  }
}

import { z } from 'zod'
import { cellAddress } from '../../../../platform/spreadsheets/table.ts'
import type { PartyQuestion } from '../plan/party-book.ts'
import { type PlannedRow, type RowState, rowStates, type TablePlan } from '../plan/table-plan.ts'
import { cellErrorCodes } from '../rows/row-facts.ts'

const candidate = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.record(z.string(), z.string()),
  country: z.string(),
  kind: z.string(),
  codes: z.record(z.string(), z.string()),
  within: z.array(z.string()),
  population: z.number().nullable(),
})

const question = z.object({
  spelling: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  why: z.enum(['homonyms', 'far', 'alike', 'unknown', 'contradiction', 'countryMissing', 'variant']),
  candidates: z.array(candidate),
  /** Of a `variant`: what an earlier row calls it. */
  resembles: z.string().nullable().default(null),
  rows: z.number(),
  firstRow: z.number(),
})

/** What a table would do, as it is kept. */
export const tableReportSchema = z.object({
  rows: z.number(),
  counts: z.record(z.enum(rowStates), z.number()),
  organisations: z.object({ known: z.number(), new: z.number(), asked: z.number() }),
  questions: z.array(question),
  /** Something wrong at a place of the table, `C17`, or `17` for a row as a whole; the first thousands of them. */
  errors: z.array(
    z.object({ row: z.number(), cell: z.string(), code: z.enum(cellErrorCodes), text: z.string() }),
  ),
  errorCount: z.number(),
  /** The first of the rows that say what an earlier one says, or more of the same cooperation. */
  repeated: z.array(z.object({ row: z.number(), sameAs: z.number(), isMore: z.boolean() })),
})

export type TableReport = z.output<typeof tableReportSchema>
export type ReportQuestion = z.output<typeof question>
type PlacedError = TableReport['errors'][number]

const mostErrors = 5000
const mostQuestions = 2000
const mostRepeated = 500

/** Counts what becomes of rows as they are planned. */
export class ReportBuilder {
  readonly #counts: Record<RowState, number> = {
    new: 0,
    more: 0,
    repeated: 0,
    known: 0,
    asked: 0,
    left: 0,
    wrong: 0,
  }
  readonly #errors: PlacedError[] = []
  readonly #repeated: TableReport['repeated'] = []
  readonly #known = new Set<string>()
  #rows = 0
  #errorCount = 0

  add(planned: readonly PlannedRow[]): void {
    for (const row of planned) {
      this.#rows++
      this.#counts[row.state]++
      for (const party of [row.first, row.second]) if (party.state === 'known') this.#known.add(party.id)
      if (row.sameAs !== null && this.#repeated.length < mostRepeated)
        this.#repeated.push({ row: row.facts.number, sameAs: row.sameAs, isMore: row.state === 'more' })
      this.#errorCount += row.errors.length
      for (const error of row.errors)
        if (this.#errors.length < mostErrors) this.#errors.push(placed(row, error))
    }
  }

  report({ book }: TablePlan): TableReport {
    const questions = book.questions.toSorted((a, b) => b.rows - a.rows || a.firstRow - b.firstRow)
    return {
      rows: this.#rows,
      counts: this.#counts,
      organisations: { known: this.#known.size, new: book.added.length, asked: questions.length },
      questions: questions.slice(0, mostQuestions).map(toldQuestion),
      errors: this.#errors,
      errorCount: this.#errorCount,
      repeated: this.#repeated,
    }
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

function placed({ facts }: PlannedRow, { column, code, text }: PlannedRow['errors'][number]): PlacedError {
  const cell = column === null ? String(facts.number) : cellAddress(column, facts.number)
  return { row: facts.number, cell, code, text: text.slice(0, 200) }
}

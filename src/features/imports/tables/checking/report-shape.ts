import { z } from 'zod'
import { differenceAnswers } from '../answers.ts'
import { rowStates } from '../plan/planned-row.ts'
import { cellErrorCodes } from '../rows/cell-error.ts'
import { saidValue } from './said-value.ts'

const name = z.record(z.string(), z.string())

const candidate = z.object({
  id: z.uuid(),
  slug: z.string(),
  name,
  country: z.string(),
  kind: z.string(),
  codes: z.record(z.string(), z.string()),
  within: z.array(z.string()),
  population: z.number().nullable(),
})

const town = z.object({
  geonames: z.string(),
  name: z.string(),
  korean: z.string().nullable(),
  country: z.string(),
  population: z.number(),
  latitude: z.number(),
  longitude: z.number(),
})

const question = z.object({
  spelling: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  why: z.enum(['homonyms', 'far', 'alike', 'unknown', 'contradiction', 'towns', 'countryMissing', 'variant']),
  candidates: z.array(candidate),
  towns: z.array(town).default([]),
  /** Of a `variant`: the similar name in an earlier row. */
  resembles: z.string().nullable().default(null),
  rows: z.number(),
  firstRow: z.number(),
})

const told = z.object({
  row: z.number(),
  cell: z.string(),
  /** The organisations that it concerns, in the languages that their names have. */
  who: z.array(name),
  read: saidValue,
  /** The present value; null if there is none, and for data about people: that is read when a coordinator looks. */
  present: saidValue.nullable(),
  /** The sources of that value. */
  sources: z.array(z.string()),
  /** The row with that value, where the record is of the table itself. */
  presentRow: z.number().nullable(),
  /** The record that existed before. */
  known: z.string().nullable(),
  /** For a contradiction: the key of its answer, and the possible answers. */
  key: z.string().nullable(),
  ways: z.array(z.enum(differenceAnswers)),
})

/** The stored report of what a table would do. */
export const tableReportSchema = z.object({
  rows: z.number(),
  counts: z.partialRecord(z.enum(rowStates), z.number()),
  organisations: z.object({ known: z.number(), new: z.number(), asked: z.number() }),
  questions: z.array(question),
  /** Names abroad that the world gazetteer knows; the first of them. */
  towns: z
    .array(
      z.object({ name: z.string(), town, known: name.nullable(), rows: z.number(), firstRow: z.number() }),
    )
    .default([]),
  townCount: z.number().default(0),
  /** Additions to records that existed before, and of later rows to earlier ones; the first of them. */
  additions: z.array(told).default([]),
  additionCount: z.number().default(0),
  /** Contradictions with present values, answered or not; the first of them. */
  differences: z.array(told).default([]),
  differenceCount: z.number().default(0),
  /** Errors at a cell of the table, `C17`, or `17` for a whole row; the first thousands of them. */
  errors: z.array(
    z.object({ row: z.number(), cell: z.string(), code: z.enum(cellErrorCodes), text: z.string() }),
  ),
  errorCount: z.number(),
  /** The first rows that repeat an earlier one, with the cells that do. */
  repeated: z.array(
    z.object({
      row: z.number(),
      sameAs: z.number(),
      cells: z.string().default(''),
      sameCells: z.string().default(''),
      names: z.string().default(''),
      /** It says more than the earlier ones. */
      isMore: z.boolean(),
    }),
  ),
  repeatedCount: z.number().default(0),
})

export type TableReport = z.output<typeof tableReportSchema>
export type ReportQuestion = z.output<typeof question>
export type ReportTold = z.output<typeof told>
export type ReportTown = TableReport['towns'][number]

/** The counts of a report, without any content of the table. */
export function withoutWords(report: TableReport): TableReport {
  return { ...report, questions: [], towns: [], additions: [], differences: [], errors: [], repeated: [] }
}

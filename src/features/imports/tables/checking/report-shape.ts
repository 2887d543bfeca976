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
  /** Of a `variant`: what an earlier row calls it. */
  resembles: z.string().nullable().default(null),
  rows: z.number(),
  firstRow: z.number(),
})

const told = z.object({
  row: z.number(),
  cell: z.string(),
  /** Whom it is about, in the languages that their names have. */
  who: z.array(name),
  read: saidValue,
  /** What stands there; null where nothing does, and for what is kept about people: that is read when somebody looks. */
  present: saidValue.nullable(),
  /** The sources on which that rests. */
  sources: z.array(z.string()),
  /** The row that says so, where the record is one of the table itself. */
  presentRow: z.number().nullable(),
  /** The record that existed before. */
  known: z.string().nullable(),
  /** Of what contradicts: under which key the answer is kept, and which there are. */
  key: z.string().nullable(),
  ways: z.array(z.enum(differenceAnswers)),
})

/** What a table would do, as it is kept. */
export const tableReportSchema = z.object({
  rows: z.number(),
  counts: z.partialRecord(z.enum(rowStates), z.number()),
  organisations: z.object({ known: z.number(), new: z.number(), asked: z.number() }),
  questions: z.array(question),
  /** Names abroad that the gazetteer of the world knows; the first of them. */
  towns: z
    .array(
      z.object({ name: z.string(), town, known: name.nullable(), rows: z.number(), firstRow: z.number() }),
    )
    .default([]),
  townCount: z.number().default(0),
  /** What is told of records that existed before, and what later rows tell of earlier ones; the first of it. */
  additions: z.array(told).default([]),
  additionCount: z.number().default(0),
  /** What says otherwise than stands there, answered or not; the first of it. */
  differences: z.array(told).default([]),
  differenceCount: z.number().default(0),
  /** Something wrong at a place of the table, `C17`, or `17` for a row as a whole; the first thousands of them. */
  errors: z.array(
    z.object({ row: z.number(), cell: z.string(), code: z.enum(cellErrorCodes), text: z.string() }),
  ),
  errorCount: z.number(),
  /** The first of the rows that name what an earlier one names, with the cells that do. */
  repeated: z.array(
    z.object({
      row: z.number(),
      sameAs: z.number(),
      cells: z.string().default(''),
      sameCells: z.string().default(''),
      names: z.string().default(''),
      /** It tells more than the earlier ones. */
      isMore: z.boolean(),
    }),
  ),
  repeatedCount: z.number().default(0),
})

export type TableReport = z.output<typeof tableReportSchema>
export type ReportQuestion = z.output<typeof question>
export type ReportTold = z.output<typeof told>
export type ReportTown = TableReport['towns'][number]

/** The counts of a report alone, without anything that a table says. */
export function withoutWords(report: TableReport): TableReport {
  return { ...report, questions: [], towns: [], additions: [], differences: [], errors: [], repeated: [] }
}

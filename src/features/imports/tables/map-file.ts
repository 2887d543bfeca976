import { z } from 'zod'
import { fold } from '../../../platform/search/index.ts'
import { columnLetters } from '../../../platform/spreadsheets/table.ts'
import {
  differenceAnswers,
  differenceKey,
  repeatAnswers,
  repeatsKey,
  townAnswers,
  townsKey,
} from './answers.ts'
import { type Field, fieldsOf, isField, type Mapping, type TableKind, tableKinds } from './fields.ts'
import type { Column } from './recognition.ts'

const country = z.string().regex(/^[A-Z]{2}$/, 'two letters, as in FR')

/** The content of a file for `--map`; everything is optional. */
export const mapFileSchema = z.strictObject({
  kind: z.enum(tableKinds).optional(),
  sheet: z.string().optional(),
  headerRow: z.number().int().positive().optional(),
  /** By the title or letters of a column: a field, or null for a column to skip. */
  columns: z.record(z.string(), z.string().nullable()).optional(),
  firstCountry: country.optional(),
  secondCountry: country.optional(),
  agreementKind: z.string().optional(),
  /** By a name in the table: the slug of the organisation, `new`, `same` as an earlier row's similar name, or `leave`. */
  answers: z.record(z.string(), z.string()).optional(),
  /** Rows that repeat an earlier row: one record, one for each, or none of the later ones. */
  repeats: z.enum(repeatAnswers).optional(),
  /** Names abroad that the world gazetteer knows: its towns, or municipalities known only from the table. */
  towns: z.enum(townAnswers).optional(),
  /** Contradictions with the registry: its value stays, the table’s replaces it, or both are kept side by side. */
  differences: z.enum(differenceAnswers).optional(),
  /** Imports correct rows, and leaves out those that are wrong or unclear. */
  leaveOut: z.boolean().optional(),
})

export type MapFile = z.output<typeof mapFileSchema>

/** All answers in a file, in stored form. */
export function answersIn({ answers = {}, repeats, towns, differences }: MapFile): Record<string, string> {
  return {
    ...answers,
    ...(repeats ? { [repeatsKey]: repeats } : {}),
    ...(towns ? { [townsKey]: towns } : {}),
    ...(differences ? { [differenceKey('*')]: differences } : {}),
  }
}

/** The recognised mapping with the corrections of a file; or the first error in the file, in words. */
export function withMapFile(
  recognised: Mapping,
  columns: readonly Column[],
  file: MapFile,
): { mapping: Mapping } | { wrong: string } {
  const given = new Map<number, Field | null>()
  for (const [name, field] of Object.entries(file.columns ?? {})) {
    const column = columns.find(
      ({ title, index }) => fold(title) === fold(name) || columnLetters(index) === name,
    )
    if (!column) return { wrong: `the table has no column "${name}"` }
    if (field !== null && !isField(recognised.kind, field))
      return {
        wrong: `"${field}" is no field of ${recognised.kind}: ${fieldsOf[recognised.kind].join(', ')}`,
      }
    given.set(column.index, field)
  }
  const taken = new Set(given.values())
  const own = Object.entries(recognised.columns).filter(
    ([index, field]) => !given.has(Number(index)) && !taken.has(field),
  )
  const said = [...given].flatMap(([index, field]) =>
    field === null ? [] : [[String(index), field] as const],
  )
  return {
    mapping: {
      ...recognised,
      columns: Object.fromEntries([...own, ...said]),
      defaults: {
        firstCountry: file.firstCountry ?? recognised.defaults.firstCountry,
        secondCountry: file.secondCountry ?? recognised.defaults.secondCountry,
        agreementKind: file.agreementKind ?? recognised.defaults.agreementKind,
      },
    },
  }
}

export function isTableKind(text: unknown): text is TableKind {
  return tableKinds.some((kind) => kind === text)
}

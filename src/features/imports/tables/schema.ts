import { z } from 'zod'
import { agreementKinds } from '../../registry/index.ts'
import { type Field, isField, type Mapping, type TableKind, tableKinds } from './fields.ts'

const country = z
  .string()
  .regex(/^([A-Z]{2})?$/)
  .default('')
  .transform((text) => text || null)

/** The form of the columns: a field for each column, and values for all rows. */
export const columnsForm = z.object({
  kind: z.enum(tableKinds),
  columns: z.record(z.string(), z.string()).or(z.array(z.unknown())).default({}),
  firstCountry: country,
  secondCountry: country,
  agreementKind: z
    .enum(['', ...agreementKinds])
    .default('')
    .transform((kind) => kind || null),
})

/** Builds a mapping from the submitted fields (`column.0`, `column.1` …); of two columns with one field the first counts. */
export function mappingFrom(
  { kind, firstCountry, secondCountry, agreementKind }: z.output<typeof columnsForm>,
  sent: Readonly<Record<string, string | string[]>>,
  headerRow: number,
): Mapping {
  const columns: Record<string, Field> = {}
  for (const [name, value] of Object.entries(sent)) {
    const index = /^column\.(\d{1,3})$/.exec(name)?.[1]
    const field = fieldOf(kind, value)
    if (index !== undefined && field !== null && !Object.values(columns).includes(field))
      columns[index] = field
  }
  return { kind, headerRow, columns, defaults: { firstCountry, secondCountry, agreementKind } }
}

function fieldOf(kind: TableKind, value: string | string[]): Field | null {
  return typeof value === 'string' && isField(kind, value) ? value : null
}

/** Answers from the form of questions: each has the question's number and its key; an empty one removes the answer. */
export function answersFrom(sent: Readonly<Record<string, string | string[]>>): Record<string, string> {
  const answers: Record<string, string> = {}
  for (const [name, spelling] of Object.entries(sent)) {
    const number = /^spelling\.(\d{1,4})$/.exec(name)?.[1]
    const answer = number === undefined ? undefined : sent[`answer.${number}`]
    if (typeof spelling === 'string' && typeof answer === 'string' && /^[a-z0-9-]{0,200}$/.test(answer))
      answers[spelling] = answer
  }
  return answers
}

import { z } from 'zod'
import { agreementKinds } from '../../registry/index.ts'
import { type Field, isField, type Mapping, type TableKind, tableKinds } from './fields.ts'

const country = z
  .string()
  .regex(/^([A-Z]{2})?$/)
  .default('')
  .transform((text) => text || null)

/** What the form of the columns sends: a field for each column, and what holds for all rows. */
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

/** A mapping from what was sent, field by field (`column.0`, `column.1` …); of two columns with one field the first counts. */
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

/** Answers as the form of questions sends them: the question's number and its key beside the answer, empty for none any more. */
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

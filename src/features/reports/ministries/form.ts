import { z } from 'zod'
import { agreementKinds } from '../../registry/index.ts'

/** What can fill a column; `yearly` ones have a column for each year of the period. */
export const onceFills = [
  'own_body',
  'own_kind',
  'own_code',
  'region',
  'upper_level',
  'basic_level',
  'answered_as',
  'country',
  'partner',
  'agreement_kind',
  'agreement_title',
  'agreement_day',
  'since',
  'themes',
  'stated_status',
  'last_exchange',
] as const
export const yearlyFills = ['exchanges', 'money', 'outcomes'] as const

export type OnceFill = (typeof onceFills)[number]
export type YearlyFill = (typeof yearlyFills)[number]

const words = { title: z.string().min(1), width: z.int().min(4).max(80) }
/** `source`: where the ministry asks for it, of the form’s sources, null where the column is ours. `seen`: its words were read there. */
const origin = { source: z.string().nullable(), seen: z.boolean() }

const column = z
  .discriminatedUnion('every', [
    z.strictObject({ ...words, ...origin, every: z.literal('tie'), fill: z.enum(onceFills) }),
    z.strictObject({
      ...words,
      ...origin,
      title: z.string().includes('{year}'),
      every: z.literal('year'),
      fill: z.enum(yearlyFills),
    }),
  ])
  .refine(({ source, seen }) => !seen || source !== null, 'seen without a source')

/** One ministry’s table as data: its columns in their order, with its words in its language. */
export const ministryForm = z
  .strictObject({
    key: z.string().regex(/^[a-z]{2}-[a-z]+$/),
    /** Whose bodies the rows begin with, and in whose currency money is counted. */
    country: z.string().regex(/^[A-Z]{2}$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
    language: z.enum(['fr', 'ko', 'en']),
    title: z.string().min(1),
    /** Whether the ministry’s own form was seen; where it was not, the file says that the layout is Entente’s. */
    seen: z.boolean(),
    sources: z.array(
      z.strictObject({ key: z.string(), title: z.string(), url: z.url(), seenOn: z.iso.date() }),
    ),
    /** Which kinds of agreement the form knows and by which word; of several in force the first of this list counts. */
    agreements: z.array(z.strictObject({ kind: z.enum(agreementKinds), word: z.string() })),
    /** Codes of an authority, the first that it has. */
    codes: z.array(z.string()),
    /** In the column of the basic level, what an upper authority is itself. */
    seat: z.string(),
    columns: z.array(column).min(1),
  })
  .refine(
    ({ columns, sources }) =>
      columns.every(({ source }) => source === null || sources.some(({ key }) => key === source)),
    'a column names a source that the form does not list',
  )

export type MinistryForm = z.output<typeof ministryForm>
export type FormColumn = MinistryForm['columns'][number]

const titled = z.object({ columns: z.array(z.object({ title: z.string() })) })

/** Reads a form file. Throws on what is none, naming the column that is wrong by its words. */
export function parseForm(text: string): MinistryForm {
  const json: unknown = JSON.parse(text)
  const read = ministryForm.safeParse(json)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const [where, index] = issue?.path ?? []
  const columns = where === 'columns' ? titled.safeParse(json).data?.columns : undefined
  const name = typeof index === 'number' ? `column "${columns?.[index]?.title ?? index}"` : String(where)
  throw new Error(`A form of a ministry is wrong at ${name}: ${issue?.message ?? ''}`)
}

import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { readReferenceRows } from '../../directory/index.ts'
import { agreementKinds } from '../../registry/index.ts'

const country = z.string().regex(/^[A-Z]{2}$/)
const role = z.enum(['to', 'through'])

/** What can fill a column: of the own side; of the partner and the agreement; of the tie. `yearly` ones have a column for each year. */
const onceFills = [
  ...(['own_body', 'own_kind', 'own_code', 'region', 'upper_level', 'basic_level', 'answered_as'] as const),
  ...(['country', 'partner', 'agreement_kind', 'agreement_title', 'agreement_day'] as const),
  ...(['since', 'themes', 'stated_status', 'last_exchange'] as const),
] as const
const yearlyFills = ['exchanges', 'money', 'outcomes'] as const

export type OnceFill = (typeof onceFills)[number]
export type YearlyFill = (typeof yearlyFills)[number]

/** `source`: where the ministry asks for it, of the form’s sources, null where the column is ours. `seen`: its words were read there. */
const ofColumn = { width: z.int().min(4).max(80), source: z.string().nullable(), seen: z.boolean() }

const column = z
  .discriminatedUnion('every', [
    z.strictObject({
      title: z.string().min(1),
      ...ofColumn,
      every: z.literal('tie'),
      fill: z.enum(onceFills),
    }),
    z.strictObject({
      title: z.string().includes('{year}'),
      ...ofColumn,
      every: z.literal('year'),
      fill: z.enum(yearlyFills),
    }),
  ])
  .refine(({ source, seen }) => !seen || source !== null, 'seen without a source')

/** One ministry’s table as data: its columns in their order, with its words in its language. */
const ministryForm = z
  .strictObject({
    key: z.string().regex(/^[a-z]{2}-[a-z]+$/),
    /** Whose bodies the rows begin with, and in whose currency money is counted. */
    country,
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

/** To whom each country’s letter goes, in order. No person is among them. */
const addressees = z.array(
  z.object({
    /** Whose government, or body on the way to it. */
    country,
    role,
    /** Its name as of the day, by language. */
    name: z.object({ fr: z.string(), ko: z.string(), en: z.string() }),
  }),
)

/** What a report holds for the ministries: their forms, and who they are on its day. Frozen with the facts, so that a later form changes no edition. */
export const ministryFacts = z.object({ forms: z.array(ministryForm), addressees })

/** The forms of this release (`data/reports`) for the countries of a group, and the addressees of its letters on a day. */
export function readMinistries(countries: readonly string[], day: string): z.output<typeof ministryFacts> {
  const folder = projectPath('data', 'reports', 'forms')
  const forms = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => parseForm(readFileSync(`${folder}/${name}`, 'utf8')))
  const rows = parseAddressees(readFileSync(projectPath('data', 'reports', 'addressees.tsv'), 'utf8'))
  const isAddressed = ({ country: own, partner, from, until }: (typeof rows)[number]) =>
    countries.includes(own) &&
    (partner === '*' || countries.includes(partner)) &&
    from <= day &&
    (until === null || day <= until)
  return {
    forms: forms.filter((form) => countries.includes(form.country)),
    addressees: rows
      .filter(isAddressed)
      .toSorted((a, b) => a.place - b.place)
      .map(({ fr, ko, en, ...row }) => ({ country: row.country, role: row.role, name: { fr, ko, en } })),
  }
}

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

const addresseeRow = z
  .object({
    country,
    /** The other country of the group that it is told of; `*` for every one. */
    partner: z.union([z.literal('*'), country]),
    role,
    place: z.coerce.number().int().min(1),
    fr: z.string().min(1),
    ko: z.string().min(1),
    en: z.string().min(1),
    from: z.iso.date(),
    until: z.union([z.literal('').transform(() => null), z.iso.date()]),
    /** Whether `from` is the day of the change or the first day on which the name was seen. */
    from_is: z.enum(['change', 'seen']),
    source: z.string().min(1),
    url: z.union([z.literal(''), z.url()]),
    seen_on: z.iso.date(),
  })
  .refine(({ from, until }) => until === null || from <= until, 'it ends before it begins')

/** Reads the table of addressees. Throws on a row that is wrong, and on two names for one place on one day. */
export function parseAddressees(text: string): z.output<typeof addresseeRow>[] {
  const rows = readReferenceRows(text).map((each) => addresseeRow.parse(each))
  const isRival = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    (['country', 'partner', 'role', 'place'] as const).every((key) => a[key] === b[key]) &&
    a.from <= (b.until ?? a.from) &&
    b.from <= (a.until ?? b.from)
  const rival = rows.find((a, index) => rows.slice(index + 1).some((b) => isRival(a, b)))
  if (rival) throw new Error(`Two names at once: ${rival.en}`)
  return rows
}

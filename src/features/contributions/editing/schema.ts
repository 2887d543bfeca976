import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { sendingField } from '../../../platform/http/sent-form.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type FormReading, type FormValues, readForm, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { textValues } from '../../../platform/input/text-input.ts'
import type { Choices } from '../../../platform/records/merge.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { PartCall, RecordPart } from '../../../platform/records/record-kind.ts'
import { listSpeakers } from '../queries.ts'
import { reason } from '../versions/schema.ts'

const number = z.coerce.number().int().min(1).max(1_000_000)

/** The fields that every form of a record sends, beside its own. */
export const contributionFields = z.object({
  base: number,
  seen: number.optional(),
  /** The organisation for which the actor speaks. */
  organisation: z.string().optional(),
  reason,
})

/** The fields that the form of a new record sends, beside its own. */
export const addedFields = contributionFields.pick({ organisation: true, reason: true })

const ownNames = new Set(['base', 'seen', 'organisation', 'reason', 'next', sendingField])
const choicePrefix = 'choice:'

/** A form of a record as sent. */
export interface Contribution<S extends z.ZodType> {
  before: RecordDocument
  after: RecordDocument
  /** The common fields, beside those of its part. */
  own: z.output<S>
}

/** Reads a form of a record; errors of its part come first, as on the page. */
export async function readContribution<S extends z.ZodType>(
  part: RecordPart,
  call: PartCall,
  values: FormValues,
  schema: S,
): Promise<FormReading<Contribution<S>>> {
  const own = readForm(schema, values)
  const reading = await part.read(call, partFields(values))
  if (reading.valid && own.valid)
    return { valid: true, values, data: { before: call.document, after: reading.document, own: own.data } }
  const errors = [...(reading.valid ? [] : reading.errors), ...(own.valid ? [] : own.errors)]
  return { valid: false, values, errors }
}

function partFields(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isOwn(name)))
}

function isOwn(name: string): boolean {
  return ownNames.has(name) || name.startsWith(choicePrefix)
}

/** The field name of the choice between two changes of the same thing. */
export function choiceName(key: string): string {
  return choicePrefix + key
}

/** The person’s choices where two changes met. */
export function readChoices(values: FormValues): Choices {
  return new Map(
    Object.keys(values).flatMap((name): [string, 'mine' | 'theirs'][] => {
      const choice = typedValue(values, name)
      return name.startsWith(choicePrefix) && (choice === 'mine' || choice === 'theirs')
        ? [[name.slice(choicePrefix.length), choice]]
        : []
    }),
  )
}

/** The version from which a form was made, if it names one. */
export function readBase(values: FormValues): number | null {
  const read = number.safeParse(typedValue(values, 'base'))
  return read.success ? read.data : null
}

/** The organisation that was added on the way, in the field that needed it: `?field=parties.0&chosen=…`. */
export async function readChosen(
  { writing, reader }: { writing: Context; reader: Reader },
  query: unknown,
): Promise<FormValues> {
  const field = parameterOf(query, 'field') ?? ''
  const id = parameterOf(query, 'chosen') ?? ''
  if (!isField.test(field) || !isId(id)) return {}
  const [organisation] = await listSpeakers(writing, [id])
  if (!organisation) return {}
  const name = chooseName(organisation.name, reader.language).text
  return { [`${field}.name`]: name, [`${field}.id`]: id, [`${field}.for`]: name }
}

/** The title and the provenance that the address of a new form suggests; what is too long is left out. */
export function readSuggested(
  { reader, network }: Pick<PartCall, 'reader' | 'network'>,
  query: unknown,
): FormValues {
  const [title = '', reason = ''] = ['title', 'reason'].map((name) => {
    const text = parameterOf(query, name)?.trim() ?? ''
    return text.length <= longestSuggested ? text : ''
  })
  const language = network.languages.find((each) => each === reader.language) ?? network.languages[0] ?? 'en'
  return {
    ...(title === '' ? {} : textValues('title', { [language]: { text: title, state: 'original' } })),
    ...(reason === '' ? {} : { reason }),
  }
}

const longestSuggested = 300

const isField = /^[a-z]+(?:\.\d{1,3})?(?:\.[a-z]+)?$/

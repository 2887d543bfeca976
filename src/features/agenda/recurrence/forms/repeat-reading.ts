import { z } from 'zod'
import { isWithin, readSaidDate, seenDays } from '../../../../platform/dates/index.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayInput } from '../../../../platform/input/date-input.ts'
import { type FieldError, fieldError, says } from '../../../../platform/input/form.ts'
import { chosenAmong } from '../../../../platform/input/text-input.ts'
import { dateToType } from '../../../../ui/text/date-words.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { mostDays, placings, presets, units } from '../codes.ts'
import { fitting } from '../fitting.ts'
import { ofPreset, presetOf } from '../preset.ts'
import { plainRecurrence, type Recurrence } from '../schema.ts'
import { recurrenceTrouble, troubleKeys, troubleParts } from '../trouble.ts'

export const repeatChoices = ['never', ...presets, 'own'] as const
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export const ends = ['never', 'until', 'count'] as const

/** Longest list of days that is typed. */
export const longestDays = 20_000

const number = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, { error: says('agenda.error.number') })
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

const day = z
  .union([z.literal(''), dayInput(says('agenda.error.day'))])
  .default('')
  .transform((text) => (text === '' ? null : text))

/** What the choice among the usual rules sends. */
export const typedChoice = { repeats: z.enum(repeatChoices).default('never') }

/** What the fields of a rule send. */
export function typedRepeat() {
  return {
    ...typedChoice,
    interval: number,
    unit: z.enum(units).default('week'),
    weekdays: chosenAmong(weekdays),
    placing: z.enum(placings).default('day'),
    ends: z.enum(ends).default('never'),
    until: day,
    count: number,
    leftOut: z.string().max(longestDays).default(''),
    added: z.string().max(longestDays).default(''),
  }
}
type TypedRepeat = z.output<z.ZodObject<ReturnType<typeof typedRepeat>>>

/** The typed series, or what is wrong with it, beside its field. */
export function readRepeat(
  reader: Reader,
  document: EventDocument,
  typed: TypedRepeat,
): Recurrence | null | FieldError[] {
  if (typed.repeats === 'never') return null
  const before = document.recurrence ?? plainRecurrence
  if (typed.ends === 'until' && typed.until === null)
    return [fieldError('until', 'agenda.error.recurrence.untilMissing')]
  if (typed.ends === 'count' && typed.count === null)
    return [fieldError('count', 'agenda.error.recurrence.count')]
  const leftOut = readDays(reader, 'leftOut', typed.leftOut)
  const added = readDays(reader, 'added', typed.added)
  const errors = [leftOut, added].flatMap((read) => ('errors' in read ? read.errors : []))
  if ('errors' in leftOut || 'errors' in added) return errors
  const rule: Recurrence =
    typed.repeats === 'own'
      ? {
          ...before,
          unit: typed.unit,
          interval: typed.interval ?? 1,
          weekdays: typed.unit === 'week' ? typed.weekdays.map(Number) : [],
          placing: typed.unit === 'week' ? 'day' : typed.placing,
        }
      : ofPreset(typed.repeats, before)
  return checked(document, {
    ...rule,
    until: typed.ends === 'until' ? typed.until : null,
    count: typed.ends === 'count' ? typed.count : null,
    leftOut: leftOut.days,
    added: added.days,
  })
}

/** The series by the choice beside a date: the present one where the choice is the same. */
export function readChoice(
  document: EventDocument,
  choice: (typeof repeatChoices)[number],
): Recurrence | null | FieldError[] {
  const { recurrence } = document
  if (choice === 'never') return null
  const isKept = choice === 'own' || choice === presetOf(recurrence)
  const wished = isKept ? recurrence : ofPreset(choice, recurrence)
  return wished && checked(document, wished, 'repeats')
}

/** A series without what does not fit its date; or what is wrong with it, beside the field `under` on a form other than its own. */
function checked(document: EventDocument, recurrence: Recurrence, under?: string): Recurrence | FieldError[] {
  const trouble = recurrenceTrouble(document, recurrence)
  if (trouble === null) return fitting(document, recurrence)
  return [fieldError(under ?? troubleParts[trouble], troubleKeys[trouble])]
}

// One day a line, or with semicolons between: dates contain commas.
function readDays(
  reader: Reader,
  field: 'leftOut' | 'added',
  text: string,
): { days: string[] } | { errors: FieldError[] } {
  const lines = text.split(/[\n;]+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  if (lines.length > mostDays) return { errors: [fieldError(field, 'agenda.error.recurrence.tooManyDays')] }
  const days: string[] = []
  for (const line of lines) {
    const said = readSaidDate(line, reader.interfaceLanguage, reader.today)?.edtf
    if (said === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(said) || !isWithin(seenDays, said))
      return {
        errors: [
          { field, message: (t) => t('agenda.error.recurrence.dayUnreadable', { text: line.slice(0, 60) }) },
        ],
      }
    days.push(said)
  }
  return { days }
}

/** Days as they are typed, one a line. */
export function daysToType(reader: Reader, days: readonly string[]): string {
  return days.map((each) => dateToType(reader, each, null)).join('\n')
}

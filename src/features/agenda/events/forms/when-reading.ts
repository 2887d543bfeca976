import { z } from 'zod'
import { instantsOf, readEdtf } from '../../../../platform/dates/index.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { type FieldError, fieldError, says } from '../../../../platform/input/form.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import type { EventDocument } from '../document/schema.ts'
import type { EventCall } from './event-part.tsx'

/** An hour as people type it, `HH:MM`; null where the field is empty. */
export const typedTime = z
  .string()
  .trim()
  .regex(/^$|^([01]?\d|2[0-3])\s?[:hH.]\s?[0-5]\d$/, { error: says('agenda.error.time') })
  .default('')
  .transform((text) =>
    text === '' ? null : text.replaceAll(/\s/g, '').replace(/[hH.]/, ':').padStart(5, '0'),
  )

export const turns = ['first', 'second'] as const

/** The reader of a date, and the date that it replaces. */
export type DatedCall = Pick<EventCall, 'reader' | 'context'> & {
  document: Pick<EventDocument, 'when' | 'words'>
}

/** What the fields of date and hours send. */
export function typedWhen({ reader, context }: Pick<DatedCall, 'reader' | 'context'>) {
  return {
    when: optionalSaidDate(reader.interfaceLanguage, context.today),
    start: typedTime,
    end: typedTime,
    /** Which of two is meant where the clock shows an hour twice. */
    turn: z.enum(['', ...turns]).default(''),
    zone: z
      .string()
      .trim()
      .default('')
      .refine((zone) => zone === '' || isZone(zone), { error: says('agenda.error.zone') }),
  }
}

export type TypedWhen = z.output<z.ZodObject<ReturnType<typeof typedWhen>>>
type When = Pick<EventDocument, 'when' | 'words' | 'startsAt' | 'endsAt' | 'zone'>

/** The date, with its hours as instants of the chosen zone; or what is wrong with it, beside its field. */
export function readWhen(call: DatedCall, typed: TypedWhen): When | FieldError[] {
  const { reader, document } = call
  const { start, end, turn, zone } = typed
  const when = typed.when?.edtf ?? null
  const words = wordsOfDate(reader, typed.when, { on: document.when, words: document.words })
  const days = when === null ? null : readEdtf(when)
  if (days !== null && days.from.slice(0, 4) > lastYear(call))
    return [fieldError('when', 'agenda.error.tooFar')]
  if (start === null && end === null) return { when, words, startsAt: null, endsAt: null, zone: null }
  if (start === null) return [fieldError('start', 'agenda.error.startMissing')]
  if (days === null || !/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/.test(days.edtf))
    return [fieldError('start', 'agenda.error.hoursNeedDay')]
  if (zone === '') return [fieldError('zone', 'agenda.error.zone')]
  const begins = instantsOf(days.from, start, zone)
  const ends = end === null ? null : instantsOf(days.to, end, zone)
  const [startsAt, endsAt] = [begins, ends].map((found) => found?.at(turn === 'second' ? -1 : 0) ?? null)
  if (!startsAt) return [fieldError('start', 'ui.error.hourSkipped')]
  if (ends && !endsAt) return [fieldError('end', 'ui.error.hourSkipped')]
  if (turn === '' && (begins.length > 1 || (ends?.length ?? 0) > 1))
    return [fieldError('turn', 'agenda.error.hourTwice')]
  if (endsAt && Temporal.Instant.compare(endsAt, startsAt) <= 0)
    return [fieldError('end', 'agenda.error.endBeforeStart')]
  return { when, words, startsAt: written(startsAt), endsAt: endsAt ? written(endsAt) : null, zone }
}

/** The hours of an event on the clock of its zone, as its form shows them. */
export function hoursToType({ startsAt, endsAt, zone }: Pick<EventDocument, 'startsAt' | 'endsAt' | 'zone'>) {
  const onClock = (at: string | null) =>
    at === null || zone === null
      ? ''
      : Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const turn = turnOf(startsAt, zone) || turnOf(endsAt, zone)
  return { start: onClock(startsAt), end: onClock(endsAt), turn, zone: zone ?? '' }
}

function turnOf(at: string | null, zone: string | null): '' | (typeof turns)[number] {
  if (at === null || zone === null) return ''
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const both = instantsOf(zoned.toPlainDate().toString(), zoned.toPlainTime().toString(), zone)
  if (both.length < 2) return ''
  return both[0]?.equals(zoned.toInstant()) ? 'first' : 'second'
}

// A plan for the next century, such as the year 9999, is a slip.
function lastYear({ context }: DatedCall): string {
  return String(Number(context.today.slice(0, 4)) + 100)
}

function written(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' })
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^[A-Za-z]+\/[A-Za-z_/+-]+$|^UTC$/.test(zone)
  } catch {
    return false
  }
}

import { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { instantOf } from '../../../../platform/dates/index.ts'
import { plainHour } from '../../../../platform/input/date-input.ts'
import { type FieldError, fieldError, says } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { plannedDateForm, typedDay, typedZone } from '../../planning/typed-date.ts'
import { electorates, fewestOptions, hasCome, keyOf, mostOptions, type OfferedDate } from '../poll.ts'

export const longestTitle = 300
export const longestAbout = 2000

const typedDeadline = z
  .object({
    day: typedDay,
    time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, says('agenda.error.time')),
    zone: typedZone,
  })
  .superRefine(plainHour('time', (typed) => typed))
// Left out as a whole, each of its fields is missing.
const deadline = z.preprocess((value) => value ?? {}, typedDeadline)
type TypedDeadline = z.output<typeof typedDeadline>

const option = plannedDateForm.refine(({ start, end }) => (start === '') === (end === ''), {
  error: says('agenda.error.bothHours'),
  path: ['end'],
})
type TypedOption = z.output<typeof option>

/** A new poll; its texts begin as those of the event whose date it asks for. */
export function newPollForm({ title, summary }: Pick<EventDocument, 'title' | 'summary'>) {
  return z.object({
    title: localizedText({ max: longestTitle, isRequired: true, previous: title }),
    about: localizedText({ max: longestAbout, previous: summary }),
    options: z
      .array(option)
      .min(fewestOptions, says('agenda.error.pollTooFew'))
      .max(mostOptions, says('agenda.error.pollTooMany'))
      .default([]),
    deadline,
    electorate: z.enum(electorates),
    tell: z.string().default(''),
  })
}

export const reopeningForm = z.object({ deadline })

/** The typed values of a date, as it is offered. */
export function offeredDateOf({ day, to, start, end, zone }: TypedOption): OfferedDate {
  if (start === '') return { startsAt: null, endsAt: null, zone: null, firstDay: day, lastDay: to }
  const at = (on: string, time: string) => new Date(instantOf(on, time, zone).epochMilliseconds)
  return { startsAt: at(day, start), endsAt: at(to, end), zone, firstDay: null, lastDay: null }
}

/** The moment of a typed deadline. */
export function deadlineOf({ day, time, zone }: TypedDeadline): Temporal.Instant {
  return instantOf(day, time, zone)
}

/** Errors of the dates that concern more than their own form: a date that is offered twice, or is over. */
export function optionErrors(
  typed: readonly TypedOption[],
  context: Pick<Context, 'clock' | 'today'>,
): FieldError[] {
  const keys = typed.map((each) => keyOf(offeredDateOf(each)))
  return typed.flatMap((each, index) => {
    const field = `options.${index}.day`
    if (keys.indexOf(keys[index] ?? '') < index) return [fieldError(field, 'agenda.error.pollTwice')]
    return isOver(offeredDateOf(each), context) ? [fieldError(field, 'agenda.error.pollOver')] : []
  })
}

/** What is wrong with the deadline of a new poll: it has passed, or one of the dates begins before it. */
export function deadlineErrors(
  typed: TypedDeadline,
  options: readonly OfferedDate[],
  context: Pick<Context, 'clock' | 'today'>,
): FieldError[] {
  if (hasCome(deadlineOf(typed), typed.zone, context))
    return [fieldError('deadline.day', 'agenda.error.pollDeadlinePast')]
  return options.every((each) => comesBefore(typed, each))
    ? []
    : [fieldError('deadline.day', 'agenda.error.deadlineAfterDate')]
}

/** What is wrong with the deadline of a poll that is opened again. Some of its dates may be over, but not all. */
export function reopeningErrors(
  typed: TypedDeadline,
  options: readonly OfferedDate[],
  context: Pick<Context, 'clock' | 'today'>,
): FieldError[] {
  const left = options.filter((each) => comesBefore(typed, each))
  if (left.length > 0) return deadlineErrors(typed, left, context)
  return [fieldError('deadline.day', 'agenda.error.deadlineLate')]
}

function comesBefore(typed: TypedDeadline, offered: OfferedDate): boolean {
  return Temporal.Instant.compare(deadlineOf(typed), beginningOf(offered)) < 0
}

function isOver(offered: OfferedDate, context: Pick<Context, 'clock' | 'today'>): boolean {
  return offered.startsAt === null
    ? offered.lastDay < context.today
    : hasCome(offered.startsAt, offered.zone, context)
}

function beginningOf(offered: OfferedDate): Temporal.Instant {
  if (offered.startsAt !== null) return Temporal.Instant.fromEpochMilliseconds(offered.startsAt.getTime())
  return instantOf(offered.firstDay, '23:59', 'UTC')
}

import { dayOf, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { EventState } from '../events/codes.ts'
import type { PlannedTime } from '../planning/planned-date.ts'

/** The answers to a date, the best first. */
export const answers = ['yes', 'if_need_be', 'no'] as const
export type Answer = (typeof answers)[number]

/** Who answers: the people of the network and those who are invited, or those alone. */
export const electorates = ['network', 'invited'] as const
export type Electorate = (typeof electorates)[number]

/** Fewer dates leave no choice; more are a calendar. */
export const fewestOptions = 2
export const mostOptions = 20

/** A date on offer: hours with the zone in which they were given, or whole days (ISO, both included). */
export type PollOption = { id: string } & OfferedDate
export type OfferedDate =
  | { startsAt: Date; endsAt: Date; zone: string; firstDay: null; lastDay: null }
  | { startsAt: null; endsAt: null; zone: null; firstDay: string; lastDay: string }

export interface PolledEvent {
  id: string
  slug: string
  title: LocalizedText
  state: EventState
  /** Whether the reader may see it: others learn only its state. */
  isSeen: boolean
}

/** A question of when something is to be. */
export interface Poll {
  id: string
  networkId: string
  title: LocalizedText
  about: LocalizedText
  deadline: Date
  /** The day, on the network’s calendar, on which people were last asked to answer; null for long ago. */
  askedOn: string | null
  remindedAt: Date | null
  /** The zone of the deadline. */
  zone: string
  electorate: Electorate
  /** The event whose date is asked for, or that the chosen date became; null for none yet. */
  event: PolledEvent | null
  /** The asker; null for the command line, or once their account is gone. */
  madeBy: string | null
  madeByName: string | null
  madeAt: Date
  updatedAt: Date
  closedAt: Date | null
  withdrawnAt: Date | null
  taken: { optionId: string; at: Date } | null
  options: PollOption[]
}

export const pollStates = ['open', 'closed', 'taken', 'withdrawn', 'eventCancelled'] as const
export type PollState = (typeof pollStates)[number]

/** The state of a poll: it takes answers until it is closed, its deadline comes, or what it asks about is called off. */
export function stateOf(poll: Omit<Poll, 'options'>, context: Pick<Context, 'clock' | 'today'>): PollState {
  if (poll.withdrawnAt !== null) return 'withdrawn'
  if (poll.taken !== null) return 'taken'
  if (poll.event?.state === 'cancelled') return 'eventCancelled'
  return poll.closedAt !== null || hasCome(poll.deadline, poll.zone, context) ? 'closed' : 'open'
}

/** Whether a moment has come: by the clock on the real day, and by its day alone where a network calls another day today. */
export function hasCome(
  at: Date | Temporal.Instant,
  zone: string,
  context: Pick<Context, 'clock' | 'today'>,
): boolean {
  const { today } = context
  const clock = readOnce(context.clock)
  const instant = at instanceof Date ? Temporal.Instant.fromEpochMilliseconds(at.getTime()) : at
  if (today === dayOf(clock)) return Temporal.Instant.compare(instant, clock.now()) <= 0
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString() < today
}

const remindedHoursBefore = 48
const daysBeforeReminder = 2

/** Whether to remind people who have not answered: two days before the deadline, once, and not if they were asked only just before. */
export function isReminderDue(
  { deadline, zone, askedOn, remindedAt }: Pick<Poll, 'deadline' | 'zone' | 'askedOn' | 'remindedAt'>,
  context: Pick<Context, 'clock' | 'today'>,
): boolean {
  if (remindedAt !== null) return false
  const at = Temporal.Instant.fromEpochMilliseconds(deadline.getTime()).subtract({
    hours: remindedHoursBefore,
  })
  const latest = at.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: daysBeforeReminder }).toString()
  return (askedOn === null || askedOn <= latest) && hasCome(at, zone, context)
}

/** A date as the calendars of countries judge it. */
export function plannedTimeOf(option: OfferedDate): PlannedTime {
  if (option.startsAt === null) return { from: option.firstDay, to: option.lastDay }
  return {
    start: Temporal.Instant.fromEpochMilliseconds(option.startsAt.getTime()),
    end: Temporal.Instant.fromEpochMilliseconds(option.endsAt.getTime()),
  }
}

/** Identifies a date: the same hours are the same date, in whichever zone they were given. */
export function keyOf(option: OfferedDate): string {
  if (option.startsAt === null) return `${option.firstDay}/${option.lastDay}`
  return `${option.startsAt.toISOString()}/${option.endsAt.toISOString()}`
}

/** A date as an event stores it: EDTF, and instants where it has hours. */
export function eventTimeOf(option: OfferedDate) {
  if (option.startsAt === null) {
    const { firstDay, lastDay } = option
    return { when: daysWritten(firstDay, lastDay), startsAt: null, endsAt: null, zone: null }
  }
  const { startsAt, endsAt, zone } = option
  const on = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
  return {
    when: daysWritten(on(startsAt), on(endsAt)),
    startsAt: written(startsAt),
    endsAt: written(endsAt),
    zone,
  }
}

/** One day, or the days from one to another, in EDTF. */
export function daysWritten(from: string, to: string): string {
  return from === to ? from : `${from}/${to}`
}

function written(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({ smallestUnit: 'second' })
}

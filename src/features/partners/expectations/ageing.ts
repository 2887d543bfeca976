import type { Reader } from '../../../platform/i18n/reader.ts'
import { type Expectation, isClosed } from './expectation.ts'

/** Without a day by which it is needed, an expectation is late when it has been open for longer than this. */
export const daysBeforeLate = 60
const daysBeforeDeadline = 3
const daysWithoutDeadline = 14

/** How many days it has been open on an ISO day. */
export function daysOpen({ knownOn }: { knownOn: string }, today: string): number {
  return Math.max(0, daysBetween(knownOn, today))
}

/** Whether its day has passed, or, where it has none, it has been open for too long. */
export function isLate(
  { deadline, knownOn }: { deadline: string | null; knownOn: string },
  today: string,
): boolean {
  return deadline === null ? daysOpen({ knownOn }, today) > daysBeforeLate : deadline < today
}

/** The ISO day before which what has no day of its own is late. */
export function lateSince(today: string): string {
  return Temporal.PlainDate.from(today).subtract({ days: daysBeforeLate }).toString()
}

/**
 * Whether a member that has not answered is to be reminded: three days before its deadline, unless it was asked only then; two weeks after
 * it was asked where there is no deadline.
 */
export function isReminderDue(
  { askedOn, answerBy }: { askedOn: string; answerBy: string | null },
  today: string,
): boolean {
  if (answerBy === null) return daysBetween(askedOn, today) >= daysWithoutDeadline
  if (daysBetween(askedOn, answerBy) <= daysBeforeDeadline) return false
  return today <= answerBy && daysBetween(today, answerBy) <= daysBeforeDeadline
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** How long it has been open, and in words that it is late; for how long it was, once it is closed. */
export function ageWords({ t }: Reader, expectation: Expectation, today: string): string {
  if (isClosed(expectation))
    return t('partners.expectation.wasOpen', {
      count: daysOpen(expectation, expectation.closing?.closedOn ?? today),
    })
  const open = t('partners.expectation.daysOpen', { count: daysOpen(expectation, today) })
  return isLate(expectation, today) ? `${open} · ${t('partners.expectation.late')}` : open
}

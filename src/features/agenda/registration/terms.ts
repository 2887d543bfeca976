import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import type { Question } from './questions/question.ts'

/** Who may register: everybody who sees the event, or people with a role in the network. */
export const audiences = ['anybody', 'members'] as const
export type Audience = (typeof audiences)[number]

/** The terms of registration for an event. */
export interface Terms {
  eventId: string
  isOpen: boolean
  until: Date
  /** The zone of the deadline. */
  zone: string
  forWhom: Audience
  /** Null where there are enough for everybody. */
  places: number | null
  /** By country; `otherCountries` counts all others together. */
  countryPlaces: Readonly<Record<string, number>>
  questions: readonly Question[]
  /** What the data are for. */
  dataUse: LocalizedText
  keptMonths: number
  /** Days before the event; null for no reminder. */
  reminderDays: number | null
}

/** No country has this code (ISO 3166-1 leaves it to its users). */
export const otherCountries = 'ZZ'

/** The country under which a person counts: their own where it has places of its own, else all others. */
export function countedUnder({ countryPlaces }: Pick<Terms, 'countryPlaces'>, country: string): string {
  return country in countryPlaces ? country : otherCountries
}

export type RegistrationStatus = 'open' | 'closed' | 'late' | 'over' | 'cancelled'

type Dated = Pick<AgendaEvent, 'state' | 'endsOn' | 'publishedAt'>

/** Whether one may register now, on the network’s own day, and why not. */
export function registrationStatus(
  event: Dated,
  { isOpen, until }: Pick<Terms, 'isOpen' | 'until'>,
  context: Pick<Context, 'clock' | 'today'>,
): RegistrationStatus {
  if (event.state === 'cancelled') return 'cancelled'
  if (isOver(event, context.today)) return 'over'
  if (!isOpen || event.publishedAt === null) return 'closed'
  return networkNow(context).epochMilliseconds > until.getTime() ? 'late' : 'open'
}

/** Whether nothing more can be done about who comes: the event is past. */
export function isOver({ state, endsOn }: Pick<AgendaEvent, 'state' | 'endsOn'>, today: string): boolean {
  return state === 'past' || (endsOn !== null && endsOn < today)
}

/** The instant that a network calls now: the hour of the clock on the day that it calls today. */
function networkNow({ clock, today }: Pick<Context, 'clock' | 'today'>): Temporal.Instant {
  const time = clock.now().toZonedDateTimeISO('UTC').toPlainTime()
  return Temporal.PlainDate.from(today).toZonedDateTime({ timeZone: 'UTC', plainTime: time }).toInstant()
}

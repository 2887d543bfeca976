import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Answers } from './questions/question.ts'

/** What one chooses where an event is both. */
export const presences = ['on_site', 'online'] as const
export type Presence = (typeof presences)[number]

export type RegistrationState = 'unconfirmed' | 'waiting' | 'placed' | 'withdrawn'

/** Somebody who registered for an event, as those who hold it see them. */
export interface Registration {
  id: string
  eventId: string
  personId: string | null
  name: string
  organisation: string
  country: string
  /** Null for somebody added by hand who has none. */
  address: string | null
  /** In which mails to them are written. */
  language: InterfaceLanguage
  attendance: Presence | null
  answers: Answers
  state: RegistrationState
  queuedAt: Date | null
  withdrawnAt: Date | null
  /** What those who hold the event said of it. */
  withdrawalWord: string
  arrivedAt: Date | null
  createdAt: Date
}

/** What somebody says of themselves when they register. */
export type Entry = Pick<
  Registration,
  'personId' | 'name' | 'organisation' | 'country' | 'address' | 'language' | 'attendance' | 'answers'
>

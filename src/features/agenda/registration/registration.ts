import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Answers } from './questions/question.ts'

/** The registrant’s choice where an event is both. */
export const presences = ['on_site', 'online'] as const
export type Presence = (typeof presences)[number]

export type RegistrationState = 'unconfirmed' | 'waiting' | 'placed' | 'withdrawn'

/** A registrant of an event, as its holders see them. */
export interface Registration {
  id: string
  eventId: string
  personId: string | null
  name: string
  organisation: string
  country: string
  /** Null for a person added by hand who has none. */
  address: string | null
  /** The language of mails to them. */
  language: InterfaceLanguage
  attendance: Presence | null
  answers: Answers
  state: RegistrationState
  queuedAt: Date | null
  withdrawnAt: Date | null
  /** The word of the holders of the event. */
  withdrawalWord: string
  arrivedAt: Date | null
  createdAt: Date
}

/** What a person enters to register. */
export type Entry = Pick<
  Registration,
  'personId' | 'name' | 'organisation' | 'country' | 'address' | 'language' | 'attendance' | 'answers'
>

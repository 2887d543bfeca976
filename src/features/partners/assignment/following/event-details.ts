import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import {
  chooseText,
  currentText,
  type LocalizedText,
  originalsOf,
} from '../../../../platform/i18n/localized-text.ts'
import { type Appointment, standingOf } from '../publication/appointment.ts'
import type { EventDetails, Participant, Session } from '../session.ts'

/** What those who have meetings were told of their event, and what it is by now. */
export interface EventNews {
  told: EventDetails
  now: EventDetails
}

/** What of it reads otherwise, in one language, than what was told. */
export interface DetailsChange {
  title: boolean
  place: boolean
}

/** What an event is called, or where it is, beside what its meetings were told; null before anything was published. */
export function newsOf({ told, details }: Pick<Session, 'told' | 'details'>): EventNews | null {
  return told === null ? null : { told, now: details }
}

/** What somebody who reads this language is to be told. */
export function changedFor({ told, now }: EventNews, language: string): DetailsChange {
  return {
    title: readsOtherwise(told.title, now.title, language),
    place: told.place?.id !== now.place?.id || readsOtherwise(told.venue, now.venue, language),
  }
}

/** Whether anybody is to be told anything. */
export function hasNews(news: EventNews | null): news is EventNews {
  return (
    news !== null &&
    interfaceLanguages.some((language) => {
      const { title, place } = changedFor(news, language)
      return title || place
    })
  )
}

/** The appointments that are not over on the day of the network: of what is over nobody is told anything any more. */
export function aheadOf(appointments: readonly Appointment[], today: string): Appointment[] {
  return standingOf(appointments).filter(({ endsAt }) => endsAt.getTime() >= Date.parse(today))
}

/** Whether all who have these appointments are among the hosts of their event, who read what nobody else does. */
export function areHosts(
  participants: readonly Participant[],
  appointments: readonly Appointment[],
  holders: readonly string[],
): boolean {
  const concerned = new Set(appointments.flatMap(({ firstId, secondId }) => [firstId, secondId]))
  return participants.every(({ id, organisation }) => !concerned.has(id) || holders.includes(organisation.id))
}

// A translation that came in since says the same as what was read before; one that the original has left behind says it no more.
function readsOtherwise(before: LocalizedText, after: LocalizedText, language: string): boolean {
  const read = chooseText(currentText(before), language)
  if (read === null) return chooseText(after, language) !== null
  const now = after[read.language]
  if (now?.text !== read.text) return true
  return now.state === 'stale' && wordsOf(before) !== wordsOf(after)
}

const wordsOf = (text: LocalizedText) => originalsOf(text).join('\n')

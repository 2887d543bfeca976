import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import {
  chooseText,
  currentText,
  type LocalizedText,
  originalsOf,
} from '../../../../platform/i18n/localized-text.ts'
import { type Appointment, heldOf } from '../publication/appointment.ts'
import type { EventDetails, Participant, Session } from '../session.ts'

/** The announced title and place of an event, and the present ones. */
export interface EventNews {
  told: EventDetails
  now: EventDetails
}

/** What differs from the announcement, in one language. */
export interface DetailsChange {
  title: boolean
  place: boolean
}

/** The title and place of an event beside the announced ones; null before anything was published. */
export function newsOf({ told, details }: Pick<Session, 'told' | 'details'>): EventNews | null {
  return told === null ? null : { told, now: details }
}

/** The change to announce to readers of this language. */
export function changedFor({ told, now }: EventNews, language: string): DetailsChange {
  return {
    title: readsOtherwise(told.title, now.title, language),
    place: told.place?.id !== now.place?.id || readsOtherwise(told.venue, now.venue, language),
  }
}

/** Whether anybody is to be notified. */
export function hasNews(news: EventNews | null): news is EventNews {
  return (
    news !== null &&
    interfaceLanguages.some((language) => {
      const { title, place } = changedFor(news, language)
      return title || place
    })
  )
}

/** The appointments that are not over on the day of the network: nothing is announced about past ones. */
export function aheadOf(appointments: readonly Appointment[], today: string): Appointment[] {
  return heldOf(appointments).filter(({ endsAt }) => endsAt.getTime() >= Date.parse(today))
}

/** Whether all who have these appointments are among the hosts of their event, who may read it when others may not. */
export function areHosts(
  participants: readonly Participant[],
  appointments: readonly Appointment[],
  holders: readonly string[],
): boolean {
  const concerned = new Set(appointments.flatMap(({ firstId, secondId }) => [firstId, secondId]))
  return participants.every(({ id, organisation }) => !concerned.has(id) || holders.includes(organisation.id))
}

// A translation added since says what was read before; one that its original has outdated no longer does.
function readsOtherwise(before: LocalizedText, after: LocalizedText, language: string): boolean {
  const read = chooseText(currentText(before), language)
  if (read === null) return chooseText(after, language) !== null
  const now = after[read.language]
  if (now?.text !== read.text) return true
  return now.state === 'stale' && wordsOf(before) !== wordsOf(after)
}

const wordsOf = (text: LocalizedText) => originalsOf(text).join('\n')

import { chooseName, chooseText, currentText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { MailText } from '../../../../platform/mail/mail.ts'
import type { AgendaEvent } from '../../../agenda/events/index.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { EventDetails } from '../session.ts'

/** The data of an event that its meetings use. */
export interface NamedEvent
  extends Pick<EventDetails, 'title' | 'venue'>,
    Pick<AgendaEvent, 'kind' | 'slug'> {
  place: Omit<NonNullable<EventDetails['place']>, 'id'> | null
}

interface Named {
  reader: Reader
  network: Pick<Network, 'slug'>
  event: NamedEvent
  baseUrl: string
}

/** What the meetings belong to, as their mails and calendars give it: title, place, page. */
export function eventOf({ reader, network, event, baseUrl }: Named) {
  const place = placeOf(reader, event)
  return {
    title: titleWords(reader, event),
    place: place === null ? null : phraseOf(place).text,
    address: `${baseUrl}/${reader.language}/${network.slug}/agenda/${event.slug}`,
  }
}

/** What an event is called. */
export function titleWords(reader: Reader, event: Pick<NamedEvent, 'title' | 'kind'>): string {
  return (
    chooseText(currentText(event.title), reader.language)?.text ?? reader.t(`agenda.eventKind.${event.kind}`)
  )
}

/** The title of an event, with its language where that is not the reader’s; null where it has no title. */
export function titleOf(reader: Reader, { title }: Pick<NamedEvent, 'title'>): MailText | null {
  return inLanguage(reader, chooseText(currentText(title), reader.language))
}

/** The place of an event: the room or building, then the town. Null where unknown. */
export function placeOf(
  reader: Reader,
  { venue, place }: Pick<NamedEvent, 'venue' | 'place'>,
): MailText | null {
  const room = chooseText(currentText(venue), reader.language)
  const town = place ? chooseName(shortNames(place), reader.language) : null
  if (room === null || room.text === '') return inLanguage(reader, town)
  return inLanguage(reader, { ...room, text: [room.text, town?.text].filter(Boolean).join(', ') })
}

/** Such a text with its language beside it, which is left out where it is the reader’s. */
export function phraseOf(text: MailText): { text: string; language?: string } {
  return typeof text === 'string' ? { text } : text
}

function inLanguage(reader: Reader, passage: { text: string; language: string } | null): MailText | null {
  if (passage === null || passage.text === '') return null
  const { text, language } = passage
  return language === reader.language ? text : { text, language }
}

import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type AgendaEvent, eventTitle } from '../../../agenda/events/index.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'

interface Named {
  reader: Reader
  network: Pick<Network, 'slug'>
  event: AgendaEvent
  baseUrl: string
}

/** What the meetings belong to, as their mails and calendars say it: title, place, page. */
export function eventOf({ reader, network, event, baseUrl }: Named) {
  const venue = chooseText(event.venue, reader.language)?.text
  const place = event.place ? chooseName(shortNames(event.place), reader.language).text : undefined
  return {
    title: eventTitle(reader, event),
    place: [venue, place].filter(Boolean).join(', ') || null,
    address: `${baseUrl}/${reader.language}/${network.slug}/agenda/${event.slug}`,
  }
}

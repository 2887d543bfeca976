import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type Meeting, meetingState } from './meeting.ts'

/** The meeting as search engines know events (schema.org). */
export function structuredData(reader: Reader, meeting: Meeting, url: string): object {
  const onClock = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime())
      .toZonedDateTimeISO(meeting.zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  const { placeOrganisation } = meeting
  const words = chooseText(meeting.place, reader.language)?.text
  const city = placeOrganisation ? chooseName(placeOrganisation.name, reader.language).text : undefined
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: chooseText(meeting.title, reader.language)?.text ?? meeting.slug,
    url,
    startDate: meeting.startsAt ? onClock(meeting.startsAt) : meeting.heldOn,
    ...(meeting.endsAt ? { endDate: onClock(meeting.endsAt) } : {}),
    eventStatus: `https://schema.org/${meetingState(meeting) === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    inLanguage: meeting.languages,
    ...(words || city
      ? { location: { '@type': 'Place', name: words ?? city, ...(city ? { address: city } : {}) } }
      : {}),
  }
}

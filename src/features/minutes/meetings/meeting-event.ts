import type { CalendarEvent, CalendarTime } from '../../../platform/calendar/calendar-event.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { organizerAddress } from '../../../platform/mail/inbound/answer-address.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import type { Point } from '../agenda/queries.ts'
import { paths } from '../paths.ts'
import { type Meeting, meetingState } from './meeting.ts'
import { clockLines } from './views/meeting-facts.tsx'

export interface ToldMeeting {
  network: RecordNetwork & { name: Record<string, string> }
  meeting: Meeting
  points: readonly Point[]
  /** The part of its UID after the @. */
  uidHost: string
}

/** A meeting as calendar programs know it, in the reader’s language. Its UID is the same in every language and mail. */
export function meetingEvent(
  settings: Pick<Settings, 'baseUrl' | 'mailFrom' | 'answers'>,
  reader: Reader,
  { network, meeting, points, uidHost }: ToldMeeting,
): CalendarEvent {
  const { language } = reader
  const title = chooseText(meeting.title, language)
  const address = settings.baseUrl + paths.meeting({ ...reader, now: null }, network.slug, meeting.slug)
  const location = placeOf(meeting, language)
  return {
    uid: `meeting-${meeting.id}@${uidHost}`,
    stampedAt: meeting.updatedAt,
    changedAt: meeting.updatedAt,
    sequence: meeting.calendarSequence,
    status: statusOf(meeting),
    ...hoursOf(meeting),
    summary: title ? { text: title.text, language: title.language } : { text: meeting.slug },
    description: { text: descriptionOf(reader, { network, meeting, points }, address), language },
    ...(location ? { location } : {}),
    address,
    organizer: { address: organizerAddress(settings), name: chooseName(network.name, language).text },
  }
}

function statusOf(meeting: Meeting): CalendarEvent['status'] {
  const state = meetingState(meeting)
  if (state === 'cancelled') return 'cancelled'
  return state === 'draft' ? 'tentative' : 'confirmed'
}

function hoursOf({ heldOn, startsAt, endsAt, zone }: Meeting): Pick<CalendarEvent, 'start' | 'end'> {
  if (!startsAt) {
    const day = Temporal.PlainDate.from(heldOn)
    return { start: dayTime(day), end: dayTime(day.add({ days: 1 })) }
  }
  return {
    start: { kind: 'instant', at: startsAt, zone },
    ...(endsAt ? { end: { kind: 'instant' as const, at: endsAt, zone } } : {}),
  }
}

const dayTime = (day: Temporal.PlainDate): CalendarTime => ({ kind: 'day', day: day.toString() })

/** The place of a meeting, in words and with the name of the organisation; null where neither is known. */
export function placeOf(
  { place, placeOrganisation }: Meeting,
  language: string,
): { text: string; language: string } | null {
  const words = chooseText(place, language)
  const name = placeOrganisation ? chooseName(placeOrganisation.name, language).text : ''
  const text = [words?.text ?? '', name].filter(Boolean).join(', ')
  return text === '' ? null : { text, language: words?.language ?? language }
}

// Calendars show one clock, their own; the description names the others.
function descriptionOf(
  reader: Reader,
  { network, meeting, points }: Omit<ToldMeeting, 'uidHost'>,
  address: string,
): string {
  const agenda = points.map(
    ({ title }, index) => `${index + 1}. ${chooseText(title, reader.language)?.text ?? ''}`,
  )
  return [...clockLines(reader, { countries: network.countries, meeting }), ...agenda, address].join('\n')
}

import type { CalendarEvent, CalendarPerson } from '../../../../platform/calendar/calendar-event.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { organizerAddress } from '../../../../platform/mail/inbound/answer-address.ts'
import type { Settings } from '../../../../platform/settings/settings.ts'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { byOwnSide, shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { Participant, Session } from '../session.ts'
import type { Appointment } from './appointment.ts'

/** What meetings are said with, in whichever language. */
export interface Speaking {
  reader: Reader
  network: Pick<Network, 'countries'>
  session: Pick<Session, 'zone'>
}

type Times = Pick<Appointment, 'startsAt' | 'endsAt'>

/** When a meeting is, on both clocks. */
export function whenWords({ reader, network, session }: Speaking, { startsAt, endsAt }: Times): string {
  const hours = { startsAt, endsAt, zone: session.zone }
  return clockWords(reader, { countries: byOwnSide(reader, network.countries), hours })
}

/** A name as the reader writes it and as its bearer does: « Icheon (이천) ». */
export function bothNames(reader: Reader, { organisation }: Pick<Participant, 'organisation'>): string {
  const names = shortNames(organisation)
  const { text } = chooseName(names, reader.language)
  const own = names[languageOf(organisation.country)]
  return own && own !== text && !text.includes(own) ? `${text} (${own})` : text
}

/** Where a meeting is and who interprets. */
export function whereWords(
  { reader }: Pick<Speaking, 'reader'>,
  { table, interpreter }: Pick<Appointment, 'table' | 'interpreter'>,
): string {
  const words = reader.t('partners.assignment.atTable', { table })
  const spoken = interpreterWords(reader, interpreter)
  return spoken === '' ? words : `${words} · ${spoken}`
}

/** « interprète français – coréen », or nothing. */
export function interpreterWords(reader: Reader, interpreter: readonly string[]): string {
  const words = languagesOf(reader, interpreter)
  return words === null ? '' : reader.t('partners.assignment.interpreterBetween', words)
}

/** « français – coréen » under a heading that speaks of interpreters, or nothing. */
export function betweenWords(reader: Reader, interpreter: readonly string[]): string {
  const words = languagesOf(reader, interpreter)
  return words === null ? '' : `${words.one} – ${words.other}`
}

function languagesOf(reader: Reader, [one, other]: readonly string[]): { one: string; other: string } | null {
  if (one === undefined || other === undefined) return null
  return { one: languageInWords(reader, one), other: languageInWords(reader, other) }
}

interface CalendarWords extends Speaking {
  /** After the @ of its UID, and the organiser: the operator of this server, in the name of the network. */
  uidHost: string
  organizer: CalendarPerson
  /** What the meetings belong to. */
  event: { title: string; address: string | null }
  /** Where they take place, as the event says. */
  location: string | null
  at: Date
  /** A difference between the event and its meetings, said first; the meeting is then not certain. */
  remark?: string | null
}

/** A meeting as the calendar of one of its two participants knows it: one entry in every copy of the file, however often it is moved. */
export function calendarEventOf(
  speaking: CalendarWords,
  appointment: Appointment,
  other: Participant,
  isCancelled = appointment.cancelledAt !== null,
): CalendarEvent {
  const { reader, session, uidHost, organizer, event, location, at, remark = null } = speaking
  const { language } = reader
  const time = (instant: Date) => ({ kind: 'instant' as const, at: instant, zone: session.zone })
  const where = whereWords(speaking, appointment)
  return {
    uid: `meeting-${appointment.id}@${uidHost}`,
    stampedAt: at,
    sequence: appointment.sequence,
    organizer,
    status: isCancelled ? 'cancelled' : remark === null ? 'confirmed' : 'tentative',
    start: time(appointment.startsAt),
    end: time(appointment.endsAt),
    summary: {
      text: reader.t('partners.assignment.meetingWith', { name: bothNames(reader, other) }),
      language,
    },
    description: {
      text: [...(remark === null ? [] : [remark]), event.title, where, whenWords(speaking, appointment)].join(
        '\n',
      ),
      language,
    },
    location: { text: location === null ? where : `${location} · ${where}`, language },
    ...(event.address === null ? {} : { address: event.address }),
  }
}

/** The organiser in calendars, to whom their programs answer. */
export function organizerOf(
  settings: Pick<Settings, 'answers' | 'mailFrom'>,
  { language }: Pick<Reader, 'language'>,
  { name }: Pick<Network, 'name'>,
): CalendarPerson {
  return { address: organizerAddress(settings), name: chooseName(name, language).text }
}

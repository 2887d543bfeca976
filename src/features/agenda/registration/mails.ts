import type { CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { answerAddress, organizerAddress } from '../../../platform/mail/inbound/answer-address.ts'
import type { MailCalendar } from '../../../platform/mail/mail.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import type { Network } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { eventDateWords, formerDateWords } from '../events/views/event-date.tsx'
import { eventTitle } from '../events/views/event-page.tsx'
import { calendarEventsOf } from '../feeds/calendar-feed.ts'
import { type CalendarFeeding, type FeedEvent, placeOf } from '../feeds/feed-event.ts'
import { links } from '../links.ts'
import { paths } from './paths.ts'
import { countWaitingUpTo, lookUpRegistration } from './queries.ts'
import type { Registration } from './registration.ts'

type RegistrationNews =
  | 'confirm'
  | 'placed'
  | 'waiting'
  | 'promoted'
  | 'already'
  | 'renewed'
  | 'reminder'
  | 'moved'
  | 'cancelled'
  | 'restored'
  | 'withdrawn'
  | 'removed'
  | 'unproven'

/** The context in which registrants of an event are notified. */
export interface EventNotification extends NotificationContext {
  network: Pick<Network, 'id' | 'slug' | 'name' | 'countries'>
  event: AgendaEvent
}

// The news that carry the event for the recipient’s calendar, and whether it takes place for them.
const inCalendar: Partial<Record<RegistrationNews, boolean>> = {
  placed: true,
  promoted: true,
  moved: true,
  restored: true,
  cancelled: false,
  withdrawn: false,
  removed: false,
}

/** Notifies each registrant, by their ids, of what became of their registration. */
export async function notifyEach(
  notifying: EventNotification,
  ids: readonly string[],
  key: RegistrationNews,
): Promise<void> {
  for (const id of ids) {
    const registration = await lookUpRegistration(notifying.writing, id)
    if (registration) await notifyRegistrant(notifying, registration, key)
  }
}

/**
 * Notifies a registrant, as they were before they withdrew, in the language of their registration and with a personal link; nobody without
 * an address. The word is that of the holders of the event.
 */
export async function notifyRegistrant(
  notifying: EventNotification,
  registration: Registration,
  key: RegistrationNews,
  word: { text: string; language: string } | null = null,
): Promise<void> {
  const { writing, network, event } = notifying
  const { id, address, language } = registration
  if (address === null) return
  // A mail to an unconfirmed address contains nothing that was typed in: it may be the address of another person.
  const isAsked = key === 'confirm'
  const isGone = key === 'withdrawn' || key === 'removed'
  const name = isAsked ? '' : registration.name
  const reads = answerAddress(notifying.application, 'calendar') !== null
  await notify(notifying, [{ personId: null, address, name, language }], {
    leadsTo: async (language) => {
      if (isGone) return null
      const token = await links.make(writing, { registration_id: id }, isAsked ? 'confirm' : 'keep')
      return paths.own(language, network.slug, token)
    },
    write: async ({ t, reader, network }) => {
      const words = { title: eventTitle(reader, event), network }
      const calendar = await findCalendar(notifying, reader, registration, key)
      return {
        kind: 'agenda.registration',
        subject: t(`agenda.registrationMail.${key}.subject`, words),
        body: [
          t(`agenda.registrationMail.${key}.text`, words),
          word && { kind: 'quotation', ...word },
          !isAsked && { kind: 'facts', facts: await listFacts(notifying, reader, registration, key) },
        ],
        action: t(isAsked ? 'agenda.registrationMail.confirmAction' : 'agenda.registrationMail.open'),
        notes: [
          !isGone && t(isAsked ? 'agenda.registrationMail.nothing' : 'agenda.registrationMail.keep'),
          calendar?.method === 'REQUEST' &&
            t(reads ? 'agenda.registrationMail.calendarRead' : 'agenda.registrationMail.calendar'),
        ],
        calendar,
      }
    },
  })
}

async function findCalendar(
  { application, writing, network, event }: EventNotification,
  reader: Reader,
  { address, name, state }: Registration,
  key: RegistrationNews,
): Promise<MailCalendar | null> {
  const isOn = inCalendar[key]
  // People who wait, or waited, have nothing in their calendar.
  if (isOn === undefined || address === null || state !== 'placed') return null
  const { baseUrl } = application.settings
  const uidHost = await findUidHost(writing, application.settings)
  const feeding = { baseUrl, uidHost, reader, network, isInside: false }
  return invitationOf(feeding, event, {
    organizer: {
      address: organizerAddress(application.settings),
      name: chooseName(network.name, reader.language).text,
    },
    attendee: { address, name },
    isOn,
    stampedAt: new Date(writing.clock.now().epochMilliseconds),
  })
}

async function listFacts(
  { writing, network, event }: EventNotification,
  reader: Reader,
  registration: Registration,
  key: RegistrationNews,
): Promise<{ label: string; value: string }[]> {
  const { t } = reader
  const former = key === 'moved' ? formerDateWords(reader, network.countries, event) : null
  const place = placeOf({ reader }, event)
  const isGone = key === 'withdrawn' || key === 'removed'
  const isComing = registration.state === 'placed' && !isGone && event.state !== 'cancelled'
  return [
    { label: t('agenda.event.when'), value: eventDateWords(reader, network.countries, event) },
    ...(former ? [{ label: t('agenda.registrationMail.before'), value: former }] : []),
    ...(place ? [{ label: t('agenda.event.where'), value: place }] : []),
    ...(registration.attendance
      ? [
          {
            label: t('agenda.event.attendance'),
            value: t(`agenda.registration.presence.${registration.attendance}`),
          },
        ]
      : []),
    // People who take part online need the link; nobody else gets it.
    ...(isComing && event.conferenceUrl !== null && isOnline(event, registration)
      ? [{ label: t('agenda.event.conference'), value: event.conferenceUrl }]
      : []),
    ...(registration.state === 'waiting' && !isGone
      ? [
          {
            label: t('agenda.registration.position'),
            value: String(await countWaitingUpTo(writing, registration)),
          },
        ]
      : []),
  ]
}

function isOnline({ attendance }: AgendaEvent, registration: Registration): boolean {
  return attendance === 'online' || registration.attendance === 'online'
}

interface Invited {
  /** Who sends it: the address of the site, under the name of the network. */
  organizer: { address: string; name: string }
  attendee: { address: string; name: string }
  /** Whether the event still takes place for the attendee. */
  isOn: boolean
  stampedAt: Date
}

/**
 * The calendar file for a registrant (RFC 5546, RFC 6047): the event of the feeds, by its uid, as an invitation that they have accepted, or
 * as cancelled for them. Null for an event without a date.
 */
function invitationOf(
  feeding: CalendarFeeding,
  event: FeedEvent,
  { organizer, attendee, isOn, stampedAt }: Invited,
): MailCalendar | null {
  const [known, ...changed] = calendarEventsOf(feeding, event)
  if (known === undefined) return null
  const tell = ({ status, ...rest }: CalendarEvent): CalendarEvent => ({
    ...rest,
    stampedAt,
    organizer,
    attendees: [{ ...attendee, ...(isOn ? { answer: 'accepted' as const } : {}) }],
    // To take one person off an event that goes on, its state is left out (RFC 5546 3.2.5).
    ...(status && (isOn || event.state === 'cancelled') ? { status } : {}),
  })
  if (!isOn) return { method: 'CANCEL', event: tell(known) }
  return {
    method: 'REQUEST',
    event: tell(known),
    ...(changed.length > 0 ? { changed: changed.map(tell) } : {}),
  }
}

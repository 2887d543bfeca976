import type { CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { MailCalendar } from '../../../platform/mail/mail.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import type { Network } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/row.queries.ts'
import { eventDateWords, formerDateWords } from '../events/views/event-date.tsx'
import { calendarEventsOf } from '../feeds/calendar-feed.ts'
import { type CalendarFeeding, type FeedEvent, placeOf } from '../feeds/feed-event.ts'
import { makeLink } from '../links/commands.ts'
import { mailReader } from '../mail-reader.ts'
import { paths } from './paths.ts'
import { countWaitingUpTo, lookUpRegistration } from './queries.ts'
import type { Registration } from './registration.ts'
import { type RegistrationNews, registrationMail } from './registration-mail.ts'

/** What a mail about a registration is written with; the context is that of the command. */
export interface Telling {
  application: Application
  writing: Context
  network: Pick<Network, 'id' | 'slug' | 'name' | 'countries'>
  event: AgendaEvent
}

// What is told with the event for their calendar, and whether it is on for them.
const inCalendar: Partial<Record<RegistrationNews, boolean>> = {
  placed: true,
  promoted: true,
  moved: true,
  restored: true,
  cancelled: false,
  withdrawn: false,
  removed: false,
}

/** Writes to those of whom something became, each by their id. */
export async function tellEach(
  telling: Telling,
  ids: readonly string[],
  key: RegistrationNews,
): Promise<void> {
  for (const id of ids) {
    const registration = await lookUpRegistration(telling.writing, id)
    if (registration) await tellRegistrant(telling, registration, key)
  }
}

/** Writes to whoever registered, as they stood before they withdrew, with a link of its own; to nobody without an address. */
export async function tellRegistrant(
  telling: Telling,
  registration: Registration,
  key: RegistrationNews,
  word: { text: string; language: string } | null = null,
): Promise<void> {
  const { application, writing, network, event } = telling
  const { address, name, language, id } = registration
  if (address === null) return
  const reader = mailReader(application, writing, { language })
  const { t } = reader
  const isGone = key === 'withdrawn' || key === 'removed'
  const link = isGone
    ? null
    : await makeLink(writing, { registrationId: id }, key === 'confirm' ? 'confirm' : 'keep')
  await sendMail(
    writing,
    registrationMail(t, {
      key,
      to: { address, name },
      language,
      title: chooseText(event.title, language)?.text ?? t(`agenda.eventKind.${event.kind}`),
      network: chooseName(network.name, language).text,
      facts: key === 'confirm' ? [] : await factsOf(telling, reader, registration, key),
      address: link === null ? null : application.settings.baseUrl + paths.own(language, network.slug, link),
      word,
      calendar: calendarOf(
        telling,
        await findUidHost(writing, application.settings),
        reader,
        registration,
        key,
      ),
    }),
  )
}

function calendarOf(
  { application, writing, network, event }: Telling,
  uidHost: string,
  reader: Reader,
  { address, name, state }: Registration,
  key: RegistrationNews,
) {
  const isOn = inCalendar[key]
  // Whoever waits, or waited, has nothing in their calendar.
  if (isOn === undefined || address === null || state !== 'placed') return null
  const { baseUrl, mailFrom } = application.settings
  const feeding = { baseUrl, uidHost, reader, network, isInside: false }
  return invitationOf(feeding, event, {
    organizer: { address: mailFrom.address, name: chooseName(network.name, reader.language).text },
    attendee: { address, name },
    isOn,
    stampedAt: new Date(writing.clock.now().epochMilliseconds),
  })
}

async function factsOf(
  { writing, network, event }: Telling,
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
    // Whoever follows from afar needs the way in; nobody else is told.
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
  /** Who sends it: the address of the site, which reads no answers, under the name of the network. */
  organizer: { address: string; name: string }
  attendee: { address: string; name: string }
  /** For whom the event is still on. */
  isOn: boolean
  stampedAt: Date
}

/**
 * What the calendar of somebody who registered reads (RFC 5546, RFC 6047): the event of the feeds, by its uid, as an invitation that they
 * have accepted, or that it is off for them. Null for one without a date.
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
    // To take one person off an event that goes on, its state stays unsaid (RFC 5546 3.2.5).
    ...(status && (isOn || event.state === 'cancelled') ? { status } : {}),
  })
  if (!isOn) return { method: 'CANCEL', event: tell(known) }
  return {
    method: 'REQUEST',
    event: tell(known),
    ...(changed.length > 0 ? { changed: changed.map(tell) } : {}),
  }
}

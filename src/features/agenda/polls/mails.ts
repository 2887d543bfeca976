import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { MailCalendar } from '../../../platform/mail/mail.ts'
import { type NotificationContext, notify } from '../../../platform/mail/notify.ts'
import { clockWords } from '../../../ui/text/clock-lines.tsx'
import { byOwnSide } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { calendarEventsOf } from '../feeds/calendar-feed.ts'
import { voterLinks } from '../links.ts'
import { optionWords } from './option-words.ts'
import { paths } from './paths.ts'
import type { Poll } from './poll.ts'
import { countAnswered, listConcerned, lookUpMaker, type Recipient } from './voters.queries.ts'

type PollNews = 'opened' | 'soon' | 'closed' | 'reopened' | 'withdrawn' | 'taken' | 'moved'

interface Notifying extends NotificationContext {
  network: Network
}

/**
 * Notifies everybody concerned by a poll, in their language and with their clock first; the actor too if a date was chosen. The event then
 * has that date: everybody gets it for their calendar.
 */
export async function notifyVoters(
  notifying: Notifying,
  poll: Poll,
  key: PollNews,
  event: AgendaEvent | null = null,
): Promise<void> {
  const includesActor = key === 'taken' || key === 'moved'
  await send(notifying, await listConcerned(notifying.writing, poll), { poll, key, event, includesActor })
}

/** Invites a person, with a personal link if they have no account. */
export async function notifyInvited(notifying: Notifying, poll: Poll, voterId: string): Promise<void> {
  const invited = (await listConcerned(notifying.writing, poll)).filter((to) => to.voterId === voterId)
  await send(notifying, invited, { poll, key: 'opened', includesActor: true })
}

/** Reminds those who have not answered that the deadline is near. */
export async function remindVoters(notifying: Notifying, poll: Poll): Promise<void> {
  const silent = (await listConcerned(notifying.writing, poll)).filter(({ hasAnswered }) => !hasAnswered)
  await send(notifying, silent, { poll, key: 'soon' })
}

/** Notifies the asker that the poll is closed, unless they closed it. */
export async function notifyMaker(notifying: Notifying, poll: Poll): Promise<void> {
  const maker = await lookUpMaker(notifying.writing, poll)
  if (maker) await send(notifying, [maker], { poll, key: 'closed' })
}

interface News {
  poll: Poll
  key: PollNews
  event?: AgendaEvent | null
  includesActor?: boolean
}

async function send(
  notifying: Notifying,
  recipients: readonly Recipient[],
  { poll, key, event = null, includesActor = false }: News,
): Promise<void> {
  const { writing, network } = notifying
  // It then has all the dates and the deadline.
  const asks = key === 'opened' || key === 'soon' || key === 'reopened'
  const taken = poll.options.find(({ id }) => id === poll.taken?.optionId)
  const shown = taken ? [taken] : asks ? poll.options : []
  const count = (await countAnswered(writing, [poll.id])).get(poll.id) ?? 0
  const uidHost = await findUidHost(writing, notifying.application.settings)
  await notify(notifying, recipients, {
    includesActor,
    // A hashed token cannot be sent twice: each mail has its own link.
    leadsTo: async (language, { personId, voterId }) =>
      personId !== null || voterId === null
        ? `/${language}/${network.slug}/agenda/polls/${poll.id}`
        : paths.polled(language, network.slug, await voterLinks.make(writing, { voter_id: voterId })),
    write: ({ to, t, language, reader, network: name }) => {
      const countries = ownFirst(byOwnSide(reader, network.countries), to.country)
      const title = chooseText(poll.title, language)?.text ?? ''
      const about = asks ? chooseText(poll.about, language) : null
      const words = { network: name, title, maker: poll.madeByName || name, count }
      const { deadline, zone } = poll
      const hours = { startsAt: deadline, endsAt: null, zone }
      const isByLink = to.personId === null
      return {
        kind: isByLink ? 'agenda.pollLink' : 'agenda.poll',
        subject: t(`agenda.pollMail.${key}.subject`, words),
        body: [
          t(`agenda.pollMail.${key}.text`, words),
          about && { kind: 'quotation', text: about.text, language: about.language },
          { kind: 'list', items: shown.map((option) => optionWords(reader, countries, option)) },
          asks && {
            kind: 'facts',
            facts: [{ label: t('agenda.poll.deadline'), value: clockWords(reader, { countries, hours }) }],
          },
        ],
        action: t(asks ? 'agenda.pollMail.answer' : 'agenda.pollMail.open'),
        notes: [isByLink && t('agenda.pollMail.keep')],
        calendar: event && calendarFor(notifying, { reader, to, event, uidHost }),
      }
    },
  })
}

interface CalendarOf {
  reader: Reader
  to: Recipient
  event: AgendaEvent
  uidHost: string
}

function calendarFor(
  { application, network }: Notifying,
  { reader, to, event, uidHost }: CalendarOf,
): MailCalendar | null {
  const { baseUrl, mailFrom } = application.settings
  const feeding = { baseUrl, uidHost, reader, network, isInside: to.personId !== null }
  const [told] = calendarEventsOf(feeding, event)
  if (!told) return null
  const name = chooseName(network.name, reader.language).text
  return { method: 'PUBLISH', event: { ...told, organizer: { address: mailFrom.address, name } } }
}

/** Countries in their order, the reader’s own first. */
function ownFirst(countries: readonly string[], own: string | null): string[] {
  return own !== null && countries.includes(own)
    ? [own, ...countries.filter((country) => country !== own)]
    : [...countries]
}

import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { clockWords } from '../../../ui/text/clock-lines.tsx'
import { byOwnSide } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/row.queries.ts'
import { calendarEventsOf } from '../feeds/calendar-feed.ts'
import { mailReader } from '../mail-reader.ts'
import { optionWords } from './option-words.ts'
import { paths } from './paths.ts'
import type { Poll } from './poll.ts'
import { asksFor, type PollNews, pollMail } from './poll-mail.ts'
import { listConcerned, lookUpMaker, type Recipient } from './recipients.queries.ts'
import { makeVoterLink } from './voters.commands.ts'
import { countAnswered } from './voters.queries.ts'

/** What mails about a poll are written with; the context is that of the command. */
export interface Telling {
  application: Application
  writing: Context
  network: Network
}

interface Told {
  /** The event that has the date now: everybody gets it for their calendar. */
  event?: AgendaEvent
}

/** Tells those whom a poll concerns, in their language and on their clock first; not who just did it. */
export async function tellPeople(
  telling: Telling,
  poll: Poll,
  key: PollNews,
  told: Told = {},
): Promise<void> {
  const { actor } = telling.writing
  const own = personIdOf(actor)
  for (const to of await listConcerned(telling.writing, poll))
    if (own === null || to.personId !== own || key === 'taken' || key === 'moved')
      await write(telling, poll, key, to, told)
}

/** Invites somebody, by a link of their own where they have no account. */
export async function tellInvited(telling: Telling, poll: Poll, voterId: string): Promise<void> {
  const invited = (await listConcerned(telling.writing, poll)).find((to) => to.voterId === voterId)
  if (invited) await write(telling, poll, 'opened', invited, {})
}

/** Reminds those who have not answered that the deadline is near. */
export async function remindPeople(telling: Telling, poll: Poll): Promise<void> {
  for (const to of await listConcerned(telling.writing, poll))
    if (!to.hasAnswered) await write(telling, poll, 'soon', to, {})
}

/** Tells whoever asked that the poll is closed. */
export async function tellMaker(telling: Telling, poll: Poll): Promise<void> {
  const maker = await lookUpMaker(telling.writing, poll)
  if (maker) await write(telling, poll, 'closed', maker, {})
}

async function write(
  { application, writing, network }: Telling,
  poll: Poll,
  key: PollNews,
  to: Recipient,
  { event }: Told,
): Promise<void> {
  const { language } = to
  const { baseUrl, mailFrom } = application.settings
  const reader = mailReader(application, writing, to)
  const countries = ownFirst(byOwnSide(reader, network.countries), to.country)
  const taken = poll.options.find(({ id }) => id === poll.taken?.optionId)
  const shown = taken ? [taken] : asksFor(key) ? poll.options : []
  const uidHost = await findUidHost(writing, application.settings)
  const feeding = { baseUrl, uidHost, reader, network, isInside: to.personId !== null }
  const calendar = event ? calendarEventsOf(feeding, event)[0] : null
  const name = chooseName(network.name, language).text
  await sendMail(
    writing,
    pollMail({
      key,
      reader,
      to,
      networkId: network.id,
      network: name,
      title: chooseText(poll.title, language)?.text ?? '',
      about: poll.about,
      maker: poll.madeByName ?? '',
      dates: shown.map((option) => optionWords(reader, countries, option)),
      deadline: clockWords(reader, {
        countries,
        hours: { startsAt: poll.deadline, endsAt: null, zone: poll.zone },
      }),
      answered: (await countAnswered(writing, [poll.id])).get(poll.id) ?? 0,
      address: baseUrl + (await addressOf(writing, network.slug, poll, to)),
      ...(calendar
        ? {
            calendar: {
              method: 'PUBLISH',
              event: { ...calendar, organizer: { address: mailFrom.address, name } },
            },
          }
        : {}),
    }),
  )
}

// What is hashed cannot be sent twice: each mail has a link of its own.
async function addressOf(writing: Context, network: string, poll: Poll, to: Recipient): Promise<string> {
  if (to.personId !== null || to.voterId === null) return `/${to.language}/${network}/agenda/polls/${poll.id}`
  return paths.polled(to.language, network, await makeVoterLink(writing, to.voterId))
}

/** Countries in their order, somebody’s own first. */
function ownFirst(countries: readonly string[], own: string | null): string[] {
  return own !== null && countries.includes(own)
    ? [own, ...countries.filter((country) => country !== own)]
    : [...countries]
}

import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { holdersOf } from '../events/record/holders.ts'
import { type AgendaEvent, selectEvents } from '../events/row.queries.ts'
import { eventDateWords } from '../events/views/event-date.tsx'
import { mailReader } from '../mail-reader.ts'
import { listConcerned, listRecipients, type Recipient } from '../missions/seats/queries.ts'
import { type CommitmentsNews, commitmentsMail } from './commitments-mail.ts'
import { type Decision, listDecisions } from './decisions.queries.ts'
import type { CriticalMass } from './document/schema.ts'
import { type Asking, type Commitment, listCommitments, lookUpAsking } from './queries.ts'
import { tallyOf } from './tally.ts'
import { tallyFacts } from './tally-words.ts'

interface Concerned {
  network: Network
  event: AgendaEvent
}

/** Tells those who hold an event that an authority commits itself or withdraws. */
export async function tellHolders(
  application: Application,
  context: Context,
  { network, event, asking: { mass } }: Concerned & { asking: Pick<Asking, 'mass'> },
  commitment: Commitment,
  key: 'committed' | 'withdrawn',
): Promise<void> {
  const tally = tallyOf(mass, await listCommitments(context, event.id), network.countries)
  const { words, language } = commitment
  const quoted = key === 'committed' && words !== '' ? { text: words, language } : null
  for (const to of await listRecipients(context, network.id, holdersOf(event.organisations)))
    await write(application, context, { network, event }, to, (reader) => ({
      key,
      organisation: chooseName(shortNames(commitment.organisation), reader.language).text,
      facts: [
        { label: reader.t('agenda.mission.count'), value: String(commitment.people) },
        ...tallyFacts(reader, mass, tally),
      ],
      quoted,
    }))
}

/** Tells all whom an event concerns what was decided on it, or that there is more time: who committed, who holds it, whom it names, who looks after the network. */
export async function tellEverybody(
  application: Application,
  context: Context,
  network: Network,
  eventId: string,
): Promise<void> {
  const [event] = await selectEvents(context, { condition: sql`e.event_id = ${eventId}`, limit: 1 })
  const asking = await lookUpAsking(context, eventId)
  if (!event || asking === null) return
  const { mass, commitments } = asking
  const decisions = await listDecisions(context, eventId)
  const decided = decisions.find(({ until }) => until === mass.until)
  const decision = decided ?? decisions.find(({ prolongedUntil }) => prolongedUntil === mass.until)
  if (!decision) return
  // Of what only its holders read nobody else is told.
  const concerned =
    event.visibility === 'hosts'
      ? holdersOf(event.organisations)
      : [
          ...event.organisations.map(({ id }) => id),
          ...commitments.map(({ organisation }) => organisation.id),
        ]
  for (const to of await listConcerned(context, network.id, concerned))
    await write(application, context, { network, event }, to, (reader) => ({
      key: decided?.outcome ?? 'prolonged',
      organisation: '',
      facts: [
        ...eventFacts(reader, network, event),
        ...(decided
          ? []
          : [{ label: reader.t('agenda.commitments.until'), value: dayWords(reader, mass.until) }]),
        ...tallyFacts(reader, mass, tallyOf(mass, commitments, network.countries)),
      ],
      quoted: decided ? announced(reader, decided, mass) : word(decision),
    }))
}

type Written = Pick<CommitmentsNews, 'key' | 'organisation' | 'facts' | 'quoted'>

async function write(
  application: Application,
  context: Context,
  { network, event }: Concerned,
  to: Recipient,
  written: (reader: Reader) => Written,
): Promise<void> {
  const reader = mailReader(application, context, to)
  const { interfaceLanguage: language, t } = reader
  await sendMail(
    context,
    commitmentsMail(t, {
      ...written(reader),
      to,
      language,
      networkId: network.id,
      network: chooseName(network.name, language).text,
      event: chooseText(event.title, language)?.text ?? t(`agenda.eventKind.${event.kind}`),
      address: `${application.settings.baseUrl}/${language}/${network.slug}/agenda/${event.slug}`,
    }),
  )
}

// The event as it is now.
function eventFacts(reader: Reader, network: Network, event: AgendaEvent): CommitmentsNews['facts'] {
  const { t, interfaceLanguage } = reader
  if (event.state === 'cancelled') return []
  return [
    {
      label: t('agenda.filter.kind'),
      value: capitalized(t(`agenda.eventKind.${event.kind}`), interfaceLanguage),
    },
    { label: t('agenda.event.when'), value: eventDateWords(reader, network.countries, event) },
    ...(event.attendance === null
      ? []
      : [{ label: t('agenda.event.attendance'), value: t(`agenda.attendance.${event.attendance}`) }]),
  ]
}

// The words in which the smaller form was announced.
function announced(reader: Reader, { outcome }: Decision, { smaller }: CriticalMass) {
  const words = outcome === 'reduced' ? chooseText(smaller.words, reader.language) : null
  return words && { text: words.text, language: words.language }
}

// By which more time was given.
function word({ word: text, wordLanguage: language }: Decision) {
  return { text, language }
}

import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type NotificationContext, notify, type Recipient } from '../../../platform/mail/notify.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { lookUpEvent } from '../events/queries.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { eventDateWords } from '../events/views/event-date.tsx'
import { eventTitle } from '../events/views/event-page.tsx'
import { listConcerned, listRecipients } from '../missions/seats/queries.ts'
import type { CommitmentOutcome } from './codes.ts'
import type { CriticalMass } from './document/schema.ts'
import {
  type Asking,
  type Commitment,
  type Decision,
  listCommitments,
  listDecisions,
  lookUpAsking,
} from './queries.ts'
import { tallyFacts, tallyOf } from './tally.ts'

interface Notifying extends NotificationContext {
  network: Network
}

interface Concerned extends Notifying {
  event: AgendaEvent
}

/** Notifies the holders of an event that an authority commits itself or withdraws. */
export async function notifyHolders(
  visit: Concerned & { asking: Pick<Asking, 'mass'> },
  commitment: Commitment,
  key: 'committed' | 'withdrawn',
): Promise<void> {
  const { writing, network, event } = visit
  const { mass } = visit.asking
  const tally = tallyOf(mass, await listCommitments(writing, event.id), network.countries)
  const { words, language } = commitment
  const quoted = key === 'committed' && words !== '' ? { text: words, language } : null
  await send(visit, await listRecipients(writing, network.id, holdersOf(event.organisations)), (reader) => ({
    key,
    organisation: chooseName(shortNames(commitment.organisation), reader.language).text,
    facts: [
      { label: reader.t('agenda.mission.count'), value: String(commitment.people) },
      ...tallyFacts(reader, mass, tally),
    ],
    quoted,
  }))
}

/** Notifies everybody concerned of a decision or of more time: those who committed, holders, those the event names, coordinators. */
export async function notifyEverybody(notifying: Notifying, eventId: string): Promise<void> {
  const { writing, network } = notifying
  const event = await lookUpEvent(writing, network.id, eventId)
  const asking = await lookUpAsking(writing, eventId)
  if (event === null || asking === null) return
  const { mass, commitments } = asking
  const decisions = await listDecisions(writing, eventId)
  const decided = decisions.find(({ until }) => until === mass.until)
  const decision = decided ?? decisions.find(({ prolongedUntil }) => prolongedUntil === mass.until)
  if (!decision) return
  // An event that only its holders read concerns nobody else.
  const concerned =
    event.visibility === 'hosts'
      ? holdersOf(event.organisations)
      : [
          ...event.organisations.map(({ id }) => id),
          ...commitments.map(({ organisation }) => organisation.id),
        ]
  const recipients = await listConcerned(writing, network.id, concerned)
  await send({ ...notifying, event }, recipients, (reader) => ({
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

interface News {
  key: CommitmentOutcome | 'prolonged' | 'committed' | 'withdrawn'
  /** Who commits or withdraws; '' where the news is of all. */
  organisation: string
  facts: { label: string; value: string }[]
  quoted: { text: string; language: string } | null
}

async function send(
  visit: Concerned,
  recipients: readonly Recipient[],
  newsFor: (reader: Reader) => News,
): Promise<void> {
  const { network, event } = visit
  await notify(visit, recipients, {
    leadsTo: (language) => `/${language}/${network.slug}/agenda/${event.slug}`,
    write: ({ t, reader, network }) => {
      const { key, organisation, facts, quoted } = newsFor(reader)
      const words = { event: eventTitle(reader, event), network, organisation }
      return {
        kind: 'agenda.commitments',
        subject: t(`agenda.commitmentsMail.${key}.subject`, words),
        body: [
          t(`agenda.commitmentsMail.${key}.text`, words),
          { kind: 'facts', facts },
          quoted && { kind: 'quotation', ...quoted },
        ],
        action: t('agenda.commitmentsMail.open'),
      }
    },
  })
}

// The event as it is now.
function eventFacts(reader: Reader, network: Network, event: AgendaEvent): News['facts'] {
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

// The word with which more time was given.
function word({ word: text, wordLanguage: language }: Decision) {
  return { text, language }
}

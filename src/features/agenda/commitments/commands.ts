import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import { authorize } from '../../../platform/refusal.ts'
import { amendRecord } from '../../contributions/index.ts'
import { listNetworks, type Network } from '../../networks/index.ts'
import { eventDocument } from '../events/document/schema.ts'
import { mayCommit, mayProlong } from '../policy.ts'
import { eventKindOf } from '../writing.request.ts'
import { latestDeadline } from './deadline.ts'
import { decidedEvent, decidedFields, undecidedEvent } from './decided-event.ts'
import { notifyEverybody } from './mails.ts'
import {
  type Commitment,
  isDue,
  listCommitments,
  listDecisions,
  listDue,
  selectCommitmentsOpen,
} from './queries.ts'
import type { AskingRequest } from './request.ts'
import { outcomeOf, tallyOf } from './tally.ts'

/** The event to which authorities commit themselves. */
export interface AskingEvent {
  networkId: string
  eventId: string
}

export interface NewCommitment {
  organisationId: string
  people: number
  words: string
  language: string
}

/** The outcome of a commitment. Nothing changes if commitments are closed, the authority no longer exists, or it is already committed. */
export type Outcome = 'done' | 'closed' | 'gone' | 'twice'

export async function commit(
  context: Context,
  { networkId, eventId }: AskingEvent,
  { organisationId, people, words, language }: NewCommitment,
): Promise<Outcome> {
  authorize(mayCommit(context.actor, { networkId, organisationId }))
  return inTransaction(context, async (inside) => {
    if (!(await isOpenUnderLock(inside, eventId))) return 'closed'
    if (!(await isStillThere(inside, organisationId))) return 'gone'
    const id = newId()
    const { numAffectedRows } = await sql`
      insert into agenda_commitment (commitment_id, event_id, organisation_id, people, words, language, committed_at, committed_by)
      values (${id}, ${eventId}, ${organisationId}, ${people}, ${words}, ${language},
        ${inside.clock.now().toString()}, ${personIdOf(inside.actor)}::uuid)
      on conflict do nothing
    `.execute(inside.database)
    if (numAffectedRows !== 1n) return 'twice'
    await note(inside, { networkId, eventId }, 'committed', id)
    return 'done'
  })
}

/** Withdraws a commitment, as long as commitments are open. */
export async function withdrawCommitment(
  context: Context,
  { networkId, eventId }: AskingEvent,
  { id, organisation }: Pick<Commitment, 'id' | 'organisation'>,
): Promise<Outcome> {
  authorize(mayCommit(context.actor, { networkId, organisationId: organisation.id }))
  return inTransaction(context, async (inside) => {
    if (!(await isOpenUnderLock(inside, eventId))) return 'closed'
    const { numUpdatedRows } = await inside.database
      .updateTable('agenda_commitment')
      .set({ withdrawn_at: inside.clock.now().toString(), withdrawn_by: personIdOf(inside.actor) })
      .where('commitment_id', '=', id)
      .where('event_id', '=', eventId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return 'gone'
    await note(inside, { networkId, eventId }, 'withdrew-commitment', id)
    return 'done'
  })
}

// Who commits and what decides wait for each other: nothing is counted that comes after the count.
async function isOpenUnderLock({ database, today }: Context, eventId: string): Promise<boolean> {
  await lockEvent({ database }, eventId)
  const { rows } = await sql`
    select 1 from agenda_event e where e.event_id = ${eventId} and ${selectCommitmentsOpen(today)}
  `.execute(database)
  return rows.length > 0
}

/** Locks an event until the transaction ends, so that counting and changing its commitments never overlap. */
async function lockEvent({ database }: Pick<Context, 'database'>, eventId: string): Promise<void> {
  await sql`select 1 from agenda_event where event_id = ${eventId} for update`.execute(database)
}

async function isStillThere({ database, today }: Context, organisationId: string): Promise<boolean> {
  const row = await database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`coalesce(valid_until > ${today}::date, true)`)
    .executeTakeFirst()
  return row !== undefined
}

async function note(
  context: Context,
  { networkId, eventId }: AskingEvent,
  verb: string,
  commitmentId: string,
): Promise<void> {
  await recordActivity(context, {
    networkId,
    verb,
    subjectKind: 'activity',
    subjectId: eventId,
    detail: { commitment: commitmentId },
  })
}

/** Decides on every event whose deadline has passed, on the day that its network calls today. One failure does not hold up the others. */
export async function decideDue(application: Application): Promise<void> {
  const { clock, database, log } = application
  for (const network of await listNetworks(application)) {
    const today = ownDay(application, network.opensOn)
    const inside: Context = { actor: { kind: 'operator' }, clock, database, today }
    for (const eventId of await listDue(inside, network.id))
      try {
        await decide(application, inside, network, eventId)
      } catch (error) {
        log.error({ err: error, event: eventId }, 'commitments')
      }
  }
}

/** Decides on one event as was announced, and notifies everybody concerned. Of two concurrent calls exactly one decides. */
async function decide(
  application: Application,
  context: Context,
  network: Network,
  eventId: string,
): Promise<void> {
  const kind = eventKindOf(application)
  const head = await kind.lookUp(context, network, { id: eventId })
  if (head === null) return
  const [first = 'en'] = network.languages
  const language = interfaceLanguageFor(first)
  await inTransaction(context, async (inside) => {
    const reason = application.translate(language)('agenda.commitments.reason')
    const amendment = { network, kind, head, reason, language, organisationId: null, origin: 'edit' as const }
    const made = { isDone: false }
    await amendRecord(inside, amendment, async (stored) => {
      await lockEvent(inside, eventId)
      const event = eventDocument.parse(stored)
      if (event.criticalMass === null || !(await isDue(inside, eventId))) return stored
      const { criticalMass: mass } = event
      const tally = tallyOf(mass, await listCommitments(inside, eventId), network.countries)
      const outcome = outcomeOf(mass, tally)
      const after = decidedEvent(event, outcome)
      const fields = decidedFields(event, after)
      await inside.database
        .insertInto('agenda_commitment_decision')
        .values({
          decision_id: newId(),
          event_id: eventId,
          until: mass.until,
          outcome,
          tally: JSON.stringify(tally),
          decided_at: inside.clock.now().toString(),
          before: JSON.stringify(fields.before),
          after: JSON.stringify(fields.after),
        })
        .execute()
      made.isDone = true
      return after
    })
    if (!made.isDone) return
    await recordActivity(inside, {
      networkId: network.id,
      verb: 'decided-commitments',
      subjectKind: 'activity',
      subjectId: eventId,
    })
    await notifyEverybody({ application, writing: inside, network }, eventId)
  })
}

type Prolonging = Pick<AskingRequest, 'writing' | 'network' | 'event' | 'holders'>

/** The outcome of a prolongation. Nothing changes if the deadline is no later, too late for the event, or was just changed. */
type Prolonged = 'done' | 'notLater' | 'tooLate' | 'changed'

/** Gives more time: the event returns to its former state, commitments remain, and everybody concerned receives the word. */
export async function prolong(
  application: Application,
  { writing, network, event, holders }: Prolonging,
  given: { until: string; word: string; language: string },
): Promise<Prolonged> {
  authorize(mayProlong(writing.actor, { networkId: network.id, holders }))
  const kind = eventKindOf(application)
  const head = await kind.lookUp(writing, network, { id: event.id })
  if (head === null) return 'changed'
  return inTransaction(writing, async (inside) => {
    const { until, word: reason, language } = given
    const amendment = { network, kind, head, reason, language, organisationId: null, origin: 'edit' as const }
    const made: { outcome: Prolonged } = { outcome: 'changed' }
    await amendRecord(inside, amendment, async (stored) => {
      await lockEvent(inside, event.id)
      const document = eventDocument.parse(stored)
      const mass = document.criticalMass
      const decision = (await listDecisions(inside, event.id)).find((each) => each.until === mass?.until)
      if (mass === null || !decision || decision.outcome === 'go') return stored
      const before = eventDocument.parse(undecidedEvent(document, decision))
      made.outcome = checkDeadline(until, { decided: mass.until, today: inside.today, when: before.when })
      if (made.outcome !== 'done') return stored
      await inside.database
        .updateTable('agenda_commitment_decision')
        .set({
          prolonged_until: until,
          prolonged_at: inside.clock.now().toString(),
          prolonged_by: personIdOf(inside.actor),
          word: reason,
          word_language: language,
        })
        .where('decision_id', '=', decision.id)
        .execute()
      return { ...before, criticalMass: { ...mass, until } }
    })
    if (made.outcome === 'done') await notifyEverybody({ application, writing: inside, network }, event.id)
    return made.outcome
  })
}

function checkDeadline(
  until: string,
  { decided, today, when }: { decided: string; today: string; when: string | null },
): Prolonged {
  if (until <= decided || until < today) return 'notLater'
  const latest = latestDeadline(when)
  return latest !== null && until > latest ? 'tooLate' : 'done'
}

import { sql } from 'kysely'
import { recordActivities } from '../../../platform/activity/activity.ts'
import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { listAddressees } from '../../contacts/index.ts'
import { listNetworks, type Network } from '../../networks/index.ts'
import { openDays } from '../codes.ts'
import { outcomeLinks } from './links.ts'
import { notifyHolder } from './mails.ts'
import { type DueQuestion, type LinkedQuestion, listDue, listToRemind } from './queries.ts'

type Services = Pick<Application, 'clock' | 'database' | 'settings' | 'translate' | 'secret'>

/** Days after the end of a link for which the address that it went to is kept. */
const keptDays = 60

/** Asks in each group, on the day of the clock, what came of its exchanges. A group that is seen on another day than today’s asks nobody. */
export async function followExchanges(services: Services): Promise<void> {
  const context = nightContext(services)
  if (services.settings.now === null)
    for (const network of await listNetworks(context))
      if (network.opensOn === null) await askHolders(services, context, network)
  await forgetAddresses(context)
}

/**
 * Asks in a demonstration as in a group that is seen today: what nobody ever heard of again waits since then. `addressees` says whom to
 * write to, as `listAddressees` of contacts does. Returns about how many exchanges it asked, or found nobody to ask.
 */
export async function askDemonstration(
  services: Services,
  network: Network,
  addressees?: typeof listAddressees,
): Promise<number> {
  return askHolders(services, nightContext(services), network, addressees)
}

function nightContext({ clock, database }: Services): Context {
  const night = readOnce(clock)
  return { actor: anonymous, clock: night, database, today: dayOf(night) }
}

async function askHolders(
  services: Services,
  context: Context,
  network: Network,
  addresseesOf = listAddressees,
): Promise<number> {
  return inTransaction(context, async (inside) => {
    const notifying = { application: services, writing: inside, network }
    const due = await listDue(inside, network.id)
    const asked: DueQuestion[] = []
    const addressees = await addresseesOf(
      inside,
      network.id,
      due.flatMap(({ hasAccount, organisationId }) => (hasAccount ? [] : [organisationId])),
    )
    for (const question of due) {
      const addressee = question.hasAccount ? undefined : addressees.get(question.organisationId)
      const isAsked = question.hasAccount || addressee !== undefined
      if (!isAsked && question.isKnown) continue
      const endsAt = addressee
        ? new Date(inside.clock.now().add({ hours: 24 * openDays }).epochMilliseconds)
        : null
      const questionId = await writeQuestion(inside, network.id, question, { isAsked, endsAt, ...addressee })
      if (questionId === null) continue
      asked.push(question)
      if (addressee && endsAt) await notifyHolder(notifying, question, { questionId, endsAt, ...addressee })
    }
    for (const { questionId, ...mail } of await listToRemind(inside, network.id)) {
      if (!(await writeReminder(inside, questionId))) continue
      asked.push({ ...mail, hasAccount: false, isKnown: true })
      await notifyHolder(notifying, mail, { questionId, ...mail }, { isReminder: true })
    }
    const eventIds = [...new Set(asked.map(({ eventId }) => eventId))]
    const activity = { networkId: network.id, verb: 'asked', subjectKind: 'outcome' }
    await recordActivities(
      inside,
      eventIds.map((subjectId) => ({ ...activity, subjectId })),
    )
    return eventIds.length
  })
}

interface Asking {
  isAsked: boolean
  endsAt: Date | null
  address?: string
  language?: string
}

// Of two workers that ask at the same time, the second finds the row; one that nobody could be asked about may be asked later.
async function writeQuestion(
  { database, today }: Context,
  networkId: string,
  { eventId, organisationId }: DueQuestion,
  { isAsked, endsAt, address = undefined, language = undefined }: Asking,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into outcomes_question as q
      (question_id, network_id, event_id, organisation_id, due_on, asked_on, address, language, link_ends_at)
    values (${newId()}, ${networkId}, ${eventId}, ${organisationId}, ${today}, ${isAsked ? today : null}, ${address ?? null},
      ${language ?? null}, ${endsAt})
    on conflict (event_id, organisation_id) do update set asked_on = excluded.asked_on, address = excluded.address,
        language = excluded.language, link_ends_at = excluded.link_ends_at
      where q.asked_on is null and excluded.asked_on is not null
    returning q.question_id as id
  `.execute(database)
  return rows[0]?.id ?? null
}

async function writeReminder({ database, today }: Context, questionId: string): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('outcomes_question')
    .set({ reminded_on: today })
    .where('question_id', '=', questionId)
    .where('reminded_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Erases, at its wish, the address that was asked, with the mails to it; the link ends, answers stay. */
export async function forgetAddress(context: Context, { id, address }: LinkedQuestion): Promise<void> {
  await outcomeLinks.end(context, { question_id: id })
  await context.database
    .updateTable('outcomes_question')
    .set({ address: null })
    .where('question_id', '=', id)
    .execute()
  if (address !== null) await removeMailsTo(context, [address.toLowerCase()], 'outcomes.ask')
}

async function forgetAddresses({ clock, database }: Context): Promise<void> {
  const limit = clock.now().subtract({ hours: 24 * keptDays })
  await database
    .updateTable('outcomes_question')
    .set({ address: null })
    .where('link_ends_at', '<', new Date(limit.epochMilliseconds))
    .where('address', 'is not', null)
    .execute()
}

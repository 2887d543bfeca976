import { sql } from 'kysely'
import { anonymous } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { listNetworks, type Network } from '../../networks/index.ts'
import { type EventNotification, notifyEach } from './mails.ts'
import {
  type DueEvent,
  findAttended,
  listChangedEvents,
  listEventsToRemind,
  listEventsWithWaiting,
  lookUpTerms,
} from './queries.ts'
import { promoteWaiting } from './queue.commands.ts'
import { isOver } from './terms.ts'

const atATime = 100

/**
 * Notifies registrants of changes to their event, by whatever member or way they came; reminds those who come; and gives away places that
 * became free without an action, such as by an erasure.
 */
export async function followEvents(application: Application): Promise<void> {
  const context = { actor: anonymous, clock: application.clock, database: application.database }
  const networks = new Map((await listNetworks(context)).map((network) => [network.id, network]))
  const contextOf = (network: Network): Context => ({
    ...context,
    today: ownDay(application, network.opensOn),
  })
  const each = async (due: DueEvent[], work: (notifying: EventNotification) => Promise<void>) => {
    for (const { eventId, networkId } of due) {
      const network = networks.get(networkId)
      if (!network) continue
      const writing = contextOf(network)
      await work({ application, writing, network, event: await findAttended(writing, networkId, eventId) })
    }
  }
  await each(await listChangedEvents(context), notifyOfChange)
  for (const network of networks.values())
    await each(await listEventsToRemind(contextOf(network), network.id), remind)
  await each(await listEventsWithWaiting(context), giveFreePlaces)
}

// Each is notified once: the mail and the note that it was sent are written together.
async function notifyOfChange(notifying: EventNotification): Promise<void> {
  const { event } = notifying
  const isCancelled = event.state === 'cancelled'
  const isQuiet = isOver(event, notifying.writing.today) || event.visibility === 'hosts'
  for (let told = atATime; told === atATime; )
    told = await inTransaction(notifying.writing, async (writing) => {
      const { rows } = await sql<{ id: string; was: boolean }>`
        update agenda_registration r set told_sequence = ${event.sequence}, told_cancelled = ${isCancelled}
        from agenda_registration before
        where before.registration_id = r.registration_id and r.registration_id in (
          select registration_id from agenda_registration
          where event_id = ${event.id} and state in ('placed', 'waiting') and told_sequence < ${event.sequence}
          order by registration_id limit ${atATime} for update)
        returning r.registration_id as id, before.told_cancelled as was
      `.execute(writing.database)
      if (isQuiet) return rows.length
      const ids = (was: boolean) => rows.filter((row) => row.was === was).map(({ id }) => id)
      if (isCancelled) await notifyEach({ ...notifying, writing }, ids(false), 'cancelled')
      else {
        await notifyEach({ ...notifying, writing }, ids(true), 'restored')
        await notifyEach({ ...notifying, writing }, ids(false), 'moved')
      }
      return rows.length
    })
}

// A registrant who got their place after the day of the reminder has just read all of it.
async function remind(notifying: EventNotification): Promise<void> {
  const { event } = notifying
  for (let reminded = atATime; reminded === atATime; )
    reminded = await inTransaction(notifying.writing, async (writing) => {
      const now = writing.clock.now().toString()
      const { rows } = await sql<{ id: string; isDue: boolean }>`
        update agenda_registration r set reminded_at = ${now}
        from agenda_registration_terms t
        where t.event_id = r.event_id and r.registration_id in (
          select registration_id from agenda_registration
          where event_id = ${event.id} and state = 'placed' and reminded_at is null
          order by registration_id limit ${atATime} for update)
        returning r.registration_id as id,
          r.placed_on < (${event.startsOn}::date - t.reminder_days * interval '1 day')::date as "isDue"
      `.execute(writing.database)
      const due = rows.filter(({ isDue }) => isDue).map(({ id }) => id)
      await notifyEach({ ...notifying, writing }, due, 'reminder')
      return rows.length
    })
}

async function giveFreePlaces(notifying: EventNotification): Promise<void> {
  const terms = await lookUpTerms(notifying.writing, notifying.event.id)
  if (terms === null || isOver(notifying.event, notifying.writing.today)) return
  while ((await promoteWaiting(notifying, terms)) > 0);
}

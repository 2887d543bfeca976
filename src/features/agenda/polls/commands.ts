import { recordActivity } from '../../../platform/activity/activity.ts'
import { anonymous, personIdOf } from '../../../platform/context/actor.ts'
import { dayOf, ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { listNetworks } from '../../networks/index.ts'
import { mayAskForDate, mayKeepPoll } from '../policy.ts'
import { notifyMaker, remindVoters } from './mails.ts'
import { type Electorate, hasCome, isReminderDue, type OfferedDate, type Poll } from './poll.ts'
import { listUnclosedPolls } from './queries.ts'

export interface NewPoll {
  networkId: string
  title: LocalizedText
  about: LocalizedText
  deadline: Temporal.Instant
  zone: string
  electorate: Electorate
  eventId: string | null
  options: readonly OfferedDate[]
}

/** Adds a date poll; returns its id. */
export async function addPoll(context: Context, poll: NewPoll): Promise<string> {
  authorize(mayAskForDate(context.actor, poll.networkId))
  return inTransaction(context, async (inside) => {
    const { actor, clock, database } = inside
    const id = newId()
    const now = clock.now().toString()
    await database
      .insertInto('agenda_poll')
      .values({
        poll_id: id,
        network_id: poll.networkId,
        title: JSON.stringify(poll.title),
        about: JSON.stringify(poll.about),
        deadline: poll.deadline.toString(),
        zone: poll.zone,
        voters: poll.electorate,
        event_id: poll.eventId,
        made_by: personIdOf(actor),
        made_at: now,
        asked_on: inside.today,
        updated_at: now,
      })
      .execute()
    await database
      .insertInto('agenda_poll_option')
      .values(
        poll.options.map((option, position) => ({
          option_id: newId(),
          poll_id: id,
          position,
          starts_at: option.startsAt,
          ends_at: option.endsAt,
          zone: option.zone,
          first_day: option.firstDay,
          last_day: option.lastDay,
        })),
      )
      .execute()
    await notePoll(inside, { id, networkId: poll.networkId }, 'asked')
    return id
  })
}

/** Closes a poll to answers; refuses one that was closed meanwhile. */
export async function closePoll(context: Context, poll: Poll): Promise<void> {
  authorize(mayKeepPoll(context.actor, poll))
  if (!(await closeUnasked(context, poll))) throw new Refusal('taken')
}

/** Closes a poll by the clock when its deadline has come; false if another call closed it first. */
async function closeUnasked(context: Context, poll: Poll): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    const { numUpdatedRows } = await inside.database
      .updateTable('agenda_poll')
      .set({ closed_at: now, updated_at: now })
      .where('poll_id', '=', poll.id)
      .where('closed_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    await notePoll(inside, poll, 'closed')
    return true
  })
}

/** Notes that those who had not answered were reminded; false if another call was first. */
async function noteReminded({ clock, database }: Context, poll: Poll): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('agenda_poll')
    .set({ reminded_at: clock.now().toString() })
    .where('poll_id', '=', poll.id)
    .where('reminded_at', 'is', null)
    .where('closed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Opens a poll again until another moment, whatever ended it. A chosen date is no longer chosen; its event stays. */
export async function reopenPoll(
  context: Context,
  poll: Poll,
  { deadline, zone }: Pick<NewPoll, 'deadline' | 'zone'>,
): Promise<void> {
  authorize(mayKeepPoll(context.actor, poll))
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('agenda_poll')
      .set({
        deadline: deadline.toString(),
        zone,
        asked_on: inside.today,
        reminded_at: null,
        closed_at: null,
        withdrawn_at: null,
        taken_option_id: null,
        taken_at: null,
        updated_at: inside.clock.now().toString(),
      })
      .where('poll_id', '=', poll.id)
      .execute()
    await notePoll(inside, poll, 'reopened')
  })
}

/** Withdraws a poll: it takes no more answers. Reopening undoes it. */
export async function withdrawPoll(context: Context, poll: Poll): Promise<void> {
  authorize(mayKeepPoll(context.actor, poll))
  await inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    const { numUpdatedRows } = await inside.database
      .updateTable('agenda_poll')
      .set({ withdrawn_at: now, updated_at: now })
      .where('poll_id', '=', poll.id)
      .where('withdrawn_at', 'is', null)
      .where('taken_option_id', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('taken')
    await notePoll(inside, poll, 'withdrawn')
  })
}

/** Stores the chosen date and its event; refuses a poll of which a date was chosen meanwhile. */
export async function writeTaken(
  context: Context,
  poll: Poll,
  { optionId, eventId }: { optionId: string; eventId: string },
): Promise<void> {
  const now = context.clock.now().toString()
  const { numUpdatedRows } = await context.database
    .updateTable('agenda_poll')
    .set((columns) => ({
      taken_option_id: optionId,
      taken_at: now,
      event_id: eventId,
      closed_at: columns.fn.coalesce('closed_at', columns.val(now)),
      updated_at: now,
    }))
    .where('poll_id', '=', poll.id)
    .where('withdrawn_at', 'is', null)
    .where('taken_option_id', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken')
  await notePoll(context, poll, 'taken')
}

/** Records who did what with a poll. */
export function notePoll(
  context: Context,
  { id, networkId }: Pick<Poll, 'id' | 'networkId'>,
  verb: string,
): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'poll', subjectId: id })
}

/**
 * Closes the polls whose deadline has come, each on its network’s day, and notifies the asker; two days before, reminds those who have not
 * answered. One failure does not hold up the others.
 */
export async function followPolls(application: Application): Promise<void> {
  const { settings, clock, database, log } = application
  const day = readOnce(clock)
  const context: Context = { actor: anonymous, clock, database, today: dayOf(day) }
  const polls = await listUnclosedPolls(context)
  if (polls.length === 0) return
  const networks = new Map((await listNetworks(context)).map((network) => [network.id, network]))
  for (const poll of polls) {
    const network = networks.get(poll.networkId)
    if (!network) continue
    const writing = { ...context, today: ownDay({ settings, clock: day }, network.opensOn) }
    const isOver = hasCome(poll.deadline, poll.zone, writing)
    if (!isOver && !isReminderDue(poll, writing)) continue
    try {
      await inTransaction(writing, async (inside) => {
        const notifying = { application, writing: inside, network }
        if (isOver) {
          if (await closeUnasked(inside, poll)) await notifyMaker(notifying, poll)
        } else if (await noteReminded(inside, poll)) await remindVoters(notifying, poll)
      })
    } catch (error) {
      log.error({ err: error, poll: poll.id }, 'polls')
    }
  }
}

import { sql } from 'kysely'
import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf, ownDay, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { NotificationContext } from '../../../platform/mail/notify.ts'
import { listNetworks } from '../../networks/index.ts'
import { isReminderDue } from './ageing.ts'
import type { Expectation } from './expectation.ts'
import { notifyAsked, notifyOfReply } from './mails.ts'
import { selectExpectations } from './queries.ts'
import { endRelay } from './relays/commands.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'
import { hasClosing, lockExpectation, noteStep } from './trail.commands.ts'

/**
 * Ends the relays whose day is over, each on its network’s day, and sends the asker the reply; reminds members that have not answered. A
 * failure does not hold up the others.
 */
export async function followExpectations(application: Application): Promise<void> {
  const { settings, clock, database, log } = application
  const day = readOnce(clock)
  const context: Context = { actor: anonymous, clock, database, today: dayOf(day) }
  for (const network of await listNetworks(context)) {
    const writing = { ...context, today: ownDay({ settings, clock: day }, network.opensOn) }
    for (const expectation of await listAwaiting(writing, network.id))
      try {
        await inTransaction(writing, (inside) =>
          follow({ application, writing: inside, network }, expectation),
        )
      } catch (error) {
        log.error({ err: error, expectation: expectation.id }, 'expectations')
      }
  }
}

/** Open ones that a member has not answered yet. */
async function listAwaiting(context: Context, networkId: string): Promise<Expectation[]> {
  return selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and closing.outcome is null and requests.answered < requests.asked`,
    order: sql`x.expectation_id`,
  })
}

async function follow(notifying: NotificationContext, expectation: Expectation): Promise<void> {
  const { writing } = notifying
  await lockExpectation(writing, expectation.id)
  // Closed since the list was read.
  if (await hasClosing(writing, expectation.id)) return
  const { relay } = expectation
  if (relay?.answerBy && relay.answerBy < writing.today) {
    if (await endRelay(writing, expectation, 'deadline'))
      await notifyOfReply(notifying, { ...expectation, relay: null })
    return
  }
  const requests = await listRequests(writing, expectation.id)
  for (const request of requests.filter((each) => isToBeReminded(expectation, each, writing.today)))
    if (await noteReminded(writing, request)) {
      await noteStep(writing, expectation, { verb: 'reminded', organisationId: request.organisation.id })
      await notifyAsked(notifying, expectation, 'reminder', [request])
    }
}

function isToBeReminded(
  { deadline }: Expectation,
  { answer, remindedAt, relay, askedOn }: MemberRequest,
  today: string,
): boolean {
  if (answer !== null || remindedAt !== null || relay?.hasEnded) return false
  return isReminderDue({ askedOn, answerBy: relay === null ? deadline : relay.answerBy }, today)
}

// Once, whichever process is first.
async function noteReminded({ clock, database }: Context, { id }: MemberRequest): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('partners_expectation_request')
    .set({ reminded_at: clock.now().toString() })
    .where('request_id', '=', id)
    .where('reminded_at', 'is', null)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

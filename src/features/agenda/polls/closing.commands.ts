import { anonymous } from '../../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { ownDay } from '../../../platform/context/own-day.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { listNetworks } from '../../networks/index.ts'
import { closeUnasked, noteReminded } from './commands.ts'
import { notifyMaker, remindVoters } from './mails.ts'
import { hasCome, isReminderDue } from './poll.ts'
import { listUnclosedPolls } from './queries.ts'

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

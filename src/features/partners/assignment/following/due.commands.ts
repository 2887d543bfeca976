import type { Context } from '../../../../platform/context/context.ts'
import { ownDay } from '../../../../platform/context/own-day.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { type AgendaEvent, holdersOf, lookUpEvent } from '../../../agenda/events/index.ts'
import { listNetworks } from '../../../networks/index.ts'
import type { Changed } from '../publication/commands.ts'
import type { ChangeCause } from '../publication/meetings-mail.ts'
import { tellChanges } from '../publication/notices.commands.ts'
import { lookUpGround } from '../queries.ts'
import type { HeldEvent } from '../setup/commands.ts'
import { callOffCancelled } from './commands.ts'
import { retellEvent } from './details.commands.ts'
import { type DueEvent, listCancelled, listRetold } from './queries.ts'

/**
 * Calls off the meetings of cancelled events and tells those who would have met; tells those of an event that is called otherwise or is elsewhere
 * by now. Each once, whoever changed the event and by whatever way.
 */
export async function followDue(application: Application, operating: Context): Promise<void> {
  const house = { application, operating }
  await follow(house, await listCancelled(operating), 'eventCancelled', async (context, held, sessionId) => ({
    changes: await callOffCancelled(context, held, sessionId),
    news: null,
  }))
  await follow(
    house,
    await listRetold(operating),
    'eventDetails',
    (context, held, sessionId, { visibility }) =>
      retellEvent(context, { ...held, isForHosts: visibility === 'hosts' }, sessionId),
  )
}

type Work = (context: Context, held: HeldEvent, sessionId: string, event: AgendaEvent) => Promise<Changed>

async function follow(
  { application, operating }: { application: Application; operating: Context },
  due: readonly DueEvent[],
  because: ChangeCause,
  work: Work,
): Promise<void> {
  if (due.length === 0) return
  const networks = new Map((await listNetworks(operating)).map((network) => [network.id, network]))
  for (const { eventId, networkId } of due) {
    const network = networks.get(networkId)
    if (!network) continue
    const context: Context = { ...operating, today: ownDay(application, network.opensOn) }
    const event = await lookUpEvent(context, networkId, eventId)
    if (event === null) continue
    await inTransaction(context, async (writing) => {
      const ground = await lookUpGround(writing, eventId)
      if (ground === null) return
      const held = { id: eventId, networkId, holders: holdersOf(event.organisations) }
      const changed = await work(writing, held, ground.session.id, event)
      await tellChanges({ application, writing, asked: { network, event, ground } }, changed, because)
    })
  }
}

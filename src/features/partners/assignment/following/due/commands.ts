import type { Context } from '../../../../../platform/context/context.ts'
import { ownDay } from '../../../../../platform/context/own-day.ts'
import { inTransaction } from '../../../../../platform/database/transaction.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import { holdersOf, lookUpEvent } from '../../../../agenda/events/index.ts'
import { listNetworks } from '../../../../networks/index.ts'
import { tellChanges } from '../../publication/notices/commands.ts'
import { lookUpGround } from '../../queries.ts'
import { callOffCancelled } from '../commands.ts'
import { listCancelled } from '../queries.ts'

/** Calls off the meetings of cancelled events and tells those who would have met, each once; whoever cancelled the event and by whatever way. */
export async function followCancelled(application: Application, operating: Context): Promise<void> {
  const due = await listCancelled(operating)
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
      const changes = await callOffCancelled(writing, held, ground.session.id)
      await tellChanges(
        { application, writing, asked: { network, event, ground } },
        changes,
        'eventCancelled',
      )
    })
  }
}

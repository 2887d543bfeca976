import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import type { DrawSession } from '../frame.tsx'
import { heldOf } from '../participants/pages.tsx'
import { paths } from '../paths.ts'
import { notifyOfChanges } from '../publication/mails.ts'
import { loadKeptRequest, type SessionRequest } from '../request.ts'
import { followEvent } from './commands.ts'
import { choiceForm, type TypedChoice } from './event-change.ts'

/** Where the organiser of an event that has moved, or is no longer shown, decides on its meetings. */
export function addFollowingRoutes(
  app: FastifyInstance,
  application: Application,
  render: DrawSession,
): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mail })
  addNetworkAction(pages, '/:language/:network/agenda/:slug/meetings/event-change', {
    open: loadKeptRequest,
    schema: choiceForm,
    again: render,
    save: async (visit, typed) => {
      const { reader, network, event } = visit
      const done = await decide(visit, typed)
      return paths.session(reader, network.slug, event.slug, { done })
    },
  })
}

async function decide(
  visit: SessionRequest,
  typed: TypedChoice,
): Promise<'settled' | 'eventChanged' | 'moved' | 'kept' | 'calledOff'> {
  return inTransaction(visit.writing, async (writing) => {
    const outcome = await followEvent(writing, heldOf(visit), visit.facts.session.id, typed)
    if (outcome.kind !== 'done') return outcome.kind === 'settled' ? 'settled' : 'eventChanged'
    const because = typed.choice === 'move' ? 'eventMoved' : 'calledOff'
    await notifyOfChanges({ ...visit, writing }, outcome, because)
    return said[typed.choice]
  })
}

const said = { move: 'moved', keep: 'kept', callOff: 'calledOff' } as const

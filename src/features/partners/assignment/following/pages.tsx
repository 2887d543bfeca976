import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { readKeptRequest, type SessionRequest } from '../call.ts'
import type { DrawSession } from '../page.tsx'
import { heldOf } from '../participants/pages.tsx'
import { paths } from '../paths.ts'
import { notifyOfChanges } from '../publication/mails.ts'
import { followEvent } from './commands.ts'
import { choiceForm, type TypedChoice } from './schema.ts'

/** Where whoever holds an event that has moved, or is not shown any more, decides on its meetings. */
export function addFollowingRoutes(app: FastifyInstance, application: Application, draw: DrawSession): void {
  const pages = pagesOf(app, application, { ...neverKept, ...limits.mail })
  addNetworkAction(pages, '/:language/:network/agenda/:slug/meetings/event-change', {
    open: readKeptRequest,
    schema: choiceForm,
    again: draw,
    save: async (asked, typed) => {
      const { reader, network, event } = asked
      const done = await decide(asked, typed)
      return paths.session(reader, network.slug, event.slug, { done })
    },
  })
}

async function decide(
  asked: SessionRequest,
  typed: TypedChoice,
): Promise<'settled' | 'eventChanged' | 'moved' | 'kept' | 'calledOff'> {
  return inTransaction(asked.writing, async (writing) => {
    const outcome = await followEvent(writing, heldOf(asked), asked.ground.session.id, typed)
    if (outcome.kind !== 'done') return outcome.kind === 'settled' ? 'settled' : 'eventChanged'
    const because = typed.choice === 'move' ? 'eventMoved' : 'calledOff'
    await notifyOfChanges({ ...asked, writing }, outcome, because)
    return said[typed.choice]
  })
}

const said = { move: 'moved', keep: 'kept', callOff: 'calledOff' } as const

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { readKeptRequest, type SessionRequest } from '../call.ts'
import { isInTheWay } from '../following/event-change.ts'
import { type DrawSession, drawMeetingsPage, slotOf } from '../page.tsx'
import { heldOf } from '../participants/pages.tsx'
import { paths } from '../paths.ts'
import { differenceOf } from '../publication/appointment.ts'
import { publishRun } from '../publication/commands.ts'
import { notifyOfChanges } from '../publication/mails.ts'
import { listAppointments } from '../publication/queries.ts'
import { stillPossible } from '../publication/still-possible.ts'
import { endRun, startRun } from './commands.ts'
import { changesBetween, groundsOf } from './grounds.ts'
import { hasBothSides } from './problem-of.ts'
import { listMeetings, lookUpFindings, lookUpRun } from './queries.ts'
import { type Run, silenceOf } from './run.ts'
import { RunPage } from './run-page.tsx'

const runs = '/:language/:network/agenda/:slug/meetings/runs'
const reloadsAfterSeconds = '2'
const reloadsSeldomAfterSeconds = '20'

/** Assignments: asked for, followed, looked at, published. */
export function addRunRoutes(app: FastifyInstance, application: Application, draw: DrawSession): void {
  const rarely = { ...neverKept, ...limits.searches }
  const pages = pagesOf(app, application, rarely)
  addNetworkAction(pages, runs, {
    open: readKeptRequest,
    schema: z.object({ keeps: z.string().default('') }),
    again: draw,
    save: async (asked, { keeps }) => {
      const errors = runErrors(asked)
      if (errors.length > 0) return errors
      const { writing, ground } = asked
      const { number, isNew } = await startRun(application, writing, heldOf(asked), ground.session, {
        keepsPublished: keeps !== '',
      })
      return addressOf(asked, number, isNew ? '' : 'taken')
    },
  })
  pages.with(neverKept).get(`${runs}/:number`, readKeptRequest, async (asked) => {
    const { request, reply } = asked
    const run = await findRun(asked, request)
    const isKeptStill = parameterOf(request.query, 'still') !== undefined
    if (run.state === 'running' && !isKeptStill) {
      const isSilent = silenceOf(run, asked.writing.clock.now()) !== null
      reply.header('refresh', isSilent ? reloadsSeldomAfterSeconds : reloadsAfterSeconds)
    }
    return drawMeetingsPage(asked, {
      // Whoever hears the title alone, each time that the page renews itself, hears how it stands.
      title: asked.reader.t('partners.assignment.runTitle', {
        number: run.number,
        state: asked.reader.t(`partners.assignment.runState.${run.state}`),
      }),
      path: `/runs/${run.number}`,
      width: 'wide',
      children: (
        <RunPage
          asked={asked}
          run={run}
          done={parameterOf(request.query, 'done') ?? ''}
          isKeptStill={isKeptStill}
          slot={slotOf(request.query)}
          result={run.state === 'done' ? await lookUpResult(asked, run) : null}
        />
      ),
    })
  })
  pages.with(neverKept).post(`${runs}/:number/ending`, readKeptRequest, async (asked) => {
    const { request, reply } = asked
    const run = await findRun(asked, request)
    const isEnded = await endRun(asked.writing, heldOf(asked), run.id, run.number)
    return reply.redirect(addressOf(asked, run.number, isEnded ? 'ended' : ''), 303)
  })
  pages.post(`${runs}/:number/publication`, readKeptRequest, async (asked) => {
    const { request, reply } = asked
    const run = await findRun(asked, request)
    const changes = await inTransaction(asked.writing, async (inside) => {
      const changed = await publishRun(inside, heldOf(asked), asked.ground.session, run)
      await notifyOfChanges({ ...asked, writing: inside }, changed)
      return changed.changes
    })
    const { reader, network, event } = asked
    const done = changes.length > 0 ? 'published' : 'publishedNothing'
    return reply.redirect(paths.session(reader, network.slug, event.slug, { done }), 303)
  })
}

function runErrors({ ground }: SessionRequest): FieldError[] {
  if (ground.session.isEventCancelled) return [fieldError('run', 'partners.assignment.error.eventCancelled')]
  if (ground.session.slots.length === 0) return [fieldError('run', 'partners.assignment.error.noSlots')]
  return hasBothSides(ground.participants) ? [] : [fieldError('run', 'partners.assignment.error.noOtherSide')]
}

async function findRun({ writing, ground }: SessionRequest, request: FastifyRequest): Promise<Run> {
  const number = parameterOf(request.params, 'number') ?? ''
  if (!/^\d{1,6}$/.test(number)) notFound(number)
  return (await lookUpRun(writing, ground.session.id, Number(number))) ?? notFound(number)
}

async function lookUpResult({ writing, ground }: SessionRequest, run: Run) {
  const { grounds, report } = await lookUpFindings(writing, run.id)
  const { possible, impossible } = stillPossible(ground, await listMeetings(writing, run.id))
  const last = await lookUpRun(writing, ground.session.id)
  const appointments = await listAppointments(writing, ground.session.id)
  return {
    report,
    meetings: possible,
    impossible,
    changes: grounds === null ? [] : changesBetween(grounds, groundsOf(ground)),
    difference: differenceOf(possible, appointments),
    isInTheWay: isInTheWay(ground.session, appointments),
    isLast: last?.id === run.id,
  }
}

function addressOf({ reader, network, event }: SessionRequest, number: number, done: string): string {
  return paths.run(reader, network.slug, event.slug, number, done === '' ? {} : { done })
}

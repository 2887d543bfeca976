import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { isInTheWay } from '../following/event-change.ts'
import { type DrawSession, renderMeetingsPage, slotOf } from '../frame.tsx'
import { heldOf } from '../participants/pages.tsx'
import { paths } from '../paths.ts'
import { differenceOf } from '../publication/appointment.ts'
import { publishRun } from '../publication/appointments.commands.ts'
import { notifyOfChanges } from '../publication/mails.ts'
import { listAppointments } from '../publication/queries.ts'
import { stillPossible } from '../publication/still-possible.ts'
import { loadKeptRequest, type SessionRequest } from '../request.ts'
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
export function addRunRoutes(app: FastifyInstance, application: Application, render: DrawSession): void {
  const rarely = { ...noStore, ...limits.searches }
  const pages = pagesOf(app, application, rarely)
  addNetworkAction(pages, runs, {
    open: loadKeptRequest,
    schema: z.object({ keeps: z.string().default('') }),
    again: render,
    save: async (visit, { keeps }) => {
      const errors = runErrors(visit)
      if (errors.length > 0) return errors
      const { writing, facts } = visit
      const { number, isNew } = await startRun(application, writing, heldOf(visit), facts.session, {
        keepsPublished: keeps !== '',
      })
      return addressOf(visit, number, isNew ? '' : 'taken')
    },
  })
  pages.with(noStore).get(`${runs}/:number`, loadKeptRequest, async (visit) => {
    const { request, reply } = visit
    const run = await findRun(visit, request)
    const isKeptStill = parameterOf(request.query, 'still') !== undefined
    if (run.state === 'running' && !isKeptStill) {
      const isSilent = silenceOf(run, visit.writing.clock.now()) !== null
      reply.header('refresh', isSilent ? reloadsSeldomAfterSeconds : reloadsAfterSeconds)
    }
    return renderMeetingsPage(visit, {
      // A reader who hears the title alone, each time that the page renews itself, hears the state.
      title: visit.reader.t('partners.assignment.runTitle', {
        number: run.number,
        state: visit.reader.t(`partners.assignment.runState.${run.state}`),
      }),
      path: `/runs/${run.number}`,
      width: 'wide',
      children: (
        <RunPage
          visit={visit}
          run={run}
          done={parameterOf(request.query, 'done') ?? ''}
          isKeptStill={isKeptStill}
          slot={slotOf(request.query)}
          result={run.state === 'done' ? await lookUpResult(visit, run) : null}
        />
      ),
    })
  })
  pages.with(noStore).post(`${runs}/:number/ending`, loadKeptRequest, async (visit) => {
    const { request, reply } = visit
    const run = await findRun(visit, request)
    const isEnded = await endRun(visit.writing, heldOf(visit), run.id, run.number)
    return reply.redirect(addressOf(visit, run.number, isEnded ? 'ended' : ''), 303)
  })
  pages.post(`${runs}/:number/publication`, loadKeptRequest, async (visit) => {
    const { request, reply } = visit
    const run = await findRun(visit, request)
    const changes = await inTransaction(visit.writing, async (inside) => {
      const changed = await publishRun(inside, heldOf(visit), visit.facts.session, run)
      await notifyOfChanges({ ...visit, writing: inside }, changed)
      return changed.changes
    })
    const { reader, network, event } = visit
    const done = changes.length > 0 ? 'published' : 'publishedNothing'
    return reply.redirect(paths.session(reader, network.slug, event.slug, { done }), 303)
  })
}

function runErrors({ facts }: SessionRequest): FieldError[] {
  if (facts.session.isEventCancelled) return [fieldError('run', 'partners.assignment.error.eventCancelled')]
  if (facts.session.slots.length === 0) return [fieldError('run', 'partners.assignment.error.noSlots')]
  return hasBothSides(facts.participants) ? [] : [fieldError('run', 'partners.assignment.error.noOtherSide')]
}

async function findRun({ writing, facts }: SessionRequest, request: FastifyRequest): Promise<Run> {
  const number = parameterOf(request.params, 'number') ?? ''
  if (!/^\d{1,6}$/.test(number)) notFound(number)
  return (await lookUpRun(writing, facts.session.id, Number(number))) ?? notFound(number)
}

async function lookUpResult({ writing, facts }: SessionRequest, run: Run) {
  const { grounds, report } = await lookUpFindings(writing, run.id)
  const { possible, impossible } = stillPossible(facts, await listMeetings(writing, run.id))
  const last = await lookUpRun(writing, facts.session.id)
  const appointments = await listAppointments(writing, facts.session.id)
  return {
    report,
    meetings: possible,
    impossible,
    changes: grounds === null ? [] : changesBetween(grounds, groundsOf(facts)),
    difference: differenceOf(possible, appointments),
    isInTheWay: isInTheWay(facts.session, appointments),
    isLast: last?.id === run.id,
  }
}

function addressOf({ reader, network, event }: SessionRequest, number: number, done: string): string {
  return paths.run(reader, network.slug, event.slug, number, done === '' ? {} : { done })
}

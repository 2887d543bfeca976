import type { FastifyInstance, FastifyReply } from 'fastify'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listOrganisations } from '../../directory/index.ts'
import { addAdditionRoutes } from './additions.pages.tsx'
import { readEventRequest, type SessionRequest } from './call.ts'
import { addExportRoutes } from './exports/pages.tsx'
import { addFollowingRoutes } from './following/pages.tsx'
import { drawMeetingsPage, slotOf } from './page.tsx'
import { addOwnPageRoutes } from './participants/own.pages.tsx'
import { addParticipantRoutes } from './participants/pages.tsx'
import { paths } from './paths.ts'
import { listAppointments } from './publication/queries.ts'
import { addRuleRoutes } from './rules/pages.tsx'
import { changesBetween, groundsOf } from './runs/grounds.ts'
import { addRunRoutes } from './runs/pages.tsx'
import { lookUpFindings, lookUpRun } from './runs/queries.ts'
import type { RunState } from './runs/run-state.ts'
import { addSetupRoutes } from './setup/pages.tsx'
import { SessionPage } from './views/session-page.tsx'
import { addWishRoutes } from './wishes/pages.tsx'

/** The bilateral meetings of an event: set up, wished for, assigned, published. */
export function addAssignmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/agenda/:slug/meetings', readEventRequest, ({ ground, ...asked }) => {
    if (ground !== null) return drawSession({ ...asked, ground }, { values: {}, errors: [] })
    const { reader, network, event, isKeeper } = asked
    return isKeeper
      ? asked.reply.redirect(paths.setup(reader, network.slug, event.slug), 303)
      : notFound('meetings')
  })
  for (const add of [
    addSetupRoutes,
    addAdditionRoutes,
    addOwnPageRoutes,
    addParticipantRoutes,
    addWishRoutes,
    addRuleRoutes,
    addExportRoutes,
  ])
    add(app, application)
  addRunRoutes(app, application, drawSession)
  addFollowingRoutes(app, application, drawSession)
}

/** The page of a session; with what is wrong, when an assignment was asked for that cannot be. */
async function drawSession(asked: SessionRequest, form: FormState): Promise<FastifyReply> {
  const { request, writing, network, ground, isKeeper, reader } = asked
  const own = organisationsOf(writing.actor, network.id, ['member']).filter(
    (id) => !ground.participants.some(({ organisation }) => organisation.id === id),
  )
  return drawMeetingsPage(asked, {
    title: reader.t('partners.assignment.title'),
    width: 'wide',
    children: (
      <SessionPage
        asked={asked}
        done={parameterOf(request.query, 'done') ?? ''}
        slot={slotOf(request.query)}
        form={form}
        appointments={await listAppointments(writing, ground.session.id)}
        last={isKeeper ? await lookUpState(asked) : null}
        absentOwn={own.length === 0 ? [] : await listOrganisations(writing, own)}
      />
    ),
  })
}

async function lookUpState({ writing, ground }: SessionRequest): Promise<RunState> {
  const run = await lookUpRun(writing, ground.session.id)
  if (run === null || run.state === 'running') return { run, changes: [] }
  const { grounds } = await lookUpFindings(writing, run.id)
  return { run, changes: grounds === null ? [] : changesBetween(grounds, groundsOf(ground)) }
}

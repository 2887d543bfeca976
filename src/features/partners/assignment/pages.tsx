import type { FastifyInstance, FastifyReply } from 'fastify'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { listOrganisations } from '../../directory/index.ts'
import { addAdditionRoutes } from './additions.pages.tsx'
import { addExportRoutes } from './exports/pages.tsx'
import { addFollowingRoutes } from './following/pages.tsx'
import { renderMeetingsPage, slotOf } from './frame.tsx'
import { addOwnPageRoutes } from './participants/by-link.pages.tsx'
import { addParticipantRoutes } from './participants/pages.tsx'
import { paths } from './paths.ts'
import { listAppointments } from './publication/queries.ts'
import { loadEventRequest, type SessionRequest } from './request.ts'
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
  const pages = pagesOf(app, application, noStore)
  pages.get('/:language/:network/agenda/:slug/meetings', loadEventRequest, ({ facts, ...visit }) => {
    if (facts !== null) return renderSession({ ...visit, facts }, { values: {}, errors: [] })
    const { reader, network, event, isKeeper } = visit
    return isKeeper
      ? visit.reply.redirect(paths.setup(reader, network.slug, event.slug), 303)
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
  addRunRoutes(app, application, renderSession)
  addFollowingRoutes(app, application, renderSession)
}

/** The page of a session; with an error where an assignment could not be started. */
async function renderSession(visit: SessionRequest, form: FormState): Promise<FastifyReply> {
  const { request, writing, network, facts, isKeeper, reader } = visit
  const own = organisationsOf(writing.actor, network.id, ['member']).filter(
    (id) => !facts.participants.some(({ organisation }) => organisation.id === id),
  )
  return renderMeetingsPage(visit, {
    title: reader.t('partners.assignment.title'),
    width: 'wide',
    children: (
      <SessionPage
        visit={visit}
        done={parameterOf(request.query, 'done') ?? ''}
        slot={slotOf(request.query)}
        form={form}
        appointments={await listAppointments(writing, facts.session.id)}
        last={isKeeper ? await lookUpState(visit) : null}
        absentOwn={own.length === 0 ? [] : await listOrganisations(writing, own)}
      />
    ),
  })
}

async function lookUpState({ writing, facts }: SessionRequest): Promise<RunState> {
  const run = await lookUpRun(writing, facts.session.id)
  if (run === null || run.state === 'running') return { run, changes: [] }
  const { grounds } = await lookUpFindings(writing, run.id)
  return { run, changes: grounds === null ? [] : changesBetween(grounds, groundsOf(facts)) }
}

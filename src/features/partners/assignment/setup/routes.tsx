import type { FastifyInstance, FastifyReply } from 'fastify'
import { zonesFor } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { applyListAction } from '../../../../platform/input/list-action.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { holdersOf } from '../../../agenda/events/index.ts'
import { type EventRequest, readEventRequest } from '../call.ts'
import { spokenIn } from '../languages.ts'
import { drawMeetingsPage } from '../page.tsx'
import { paths } from '../paths.ts'
import { saveSession } from './commands.ts'
import { planOf, setupErrors, setupForm } from './schema.ts'
import { setupValues } from './setup-values.ts'
import { SetupPage } from './views/setup-page.tsx'

const place = '/:language/:network/agenda/:slug/meetings/setup'

/** Where those who hold an event open its bilateral meetings, and set hours, tables, interpreters and sides. */
export function addSetupRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get(place, readHeldRequest, (asked) => {
    return show(asked, { values: setupValues(asked), errors: [] })
  })
  pages.post(place, readHeldRequest, (asked) => {
    const { request } = asked
    const sent = readValues(request.body)
    const change = applyListAction(sent, typedValue(sent, 'action'))
    if (change && ['hours', 'interpreters'].includes(change.focus.list)) {
      const { action: _, ...values } = change.values
      const focused = { ...values, [`focus:${change.focus.list}`]: String(change.focus.index) }
      return show(asked, { values: focused, errors: [] })
    }
    return save(asked)
  })
}

async function readHeldRequest(visit: Visit): Promise<EventRequest> {
  const asked = await readEventRequest(visit)
  return asked.isKeeper ? asked : notFound('meetings')
}

async function save(asked: EventRequest): Promise<FastifyReply> {
  const { request, reply, reader, network, event, writing, ground } = asked
  const form = readForm(setupForm(choosable(asked)), request.body)
  if (!form.valid) return show(asked, form)
  const plan = planOf(form.data)
  const errors = setupErrors(plan, ground)
  if (errors.length > 0) return show(asked, { values: form.values, errors })
  await saveSession(
    writing,
    { id: event.id, networkId: network.id, holders: holdersOf(event.organisations) },
    plan,
  )
  return reply.redirect(paths.session(reader, network.slug, event.slug, { done: 'set' }), 303)
}

function show(asked: EventRequest, shown: Shown): FastifyReply {
  const { reader, ground } = asked
  const title = reader.t(ground ? 'partners.assignment.setup' : 'partners.assignment.open')
  return drawMeetingsPage(asked, {
    title,
    path: '/setup',
    isWrong: shown.errors.length > 0,
    children: <SetupPage asked={asked} title={title} shown={shown} {...choosable(asked)} />,
  })
}

function choosable({ network, event, ground }: EventRequest) {
  return {
    zones: zonesFor(network.countries, ground?.session.zone ?? event.zone ?? undefined),
    languages: spokenIn(network),
    countries: network.countries,
  }
}

import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { readForm, readValues, typedValue } from '../../../platform/input/form.ts'
import { applyListAction } from '../../../platform/input/list-action.ts'
import { readMeetingWork } from '../call.ts'
import { paths } from '../paths.ts'
import { changeResources } from './editing/commands.ts'
import { addResourceFileRoutes } from './files/routes.tsx'
import { drawResources, storedValues } from './page.tsx'
import { listResources } from './queries.ts'
import { resourcesForm } from './schema.ts'

/** What was shown or handed out at a meeting, for those who write it down. */
export function addResourceRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/meetings/:slug/resources'
  app.get(place, neverKept, async (request, reply) => {
    const asked = await readMeetingWork(application, request)
    const values = storedValues(await listResources(asked.writing, asked.meeting.id))
    return drawResources(application, request, reply, asked, { values })
  })

  app.post(place, neverKept, async (request, reply) => {
    const asked = await readMeetingWork(application, request)
    const { writing, reader, network, meeting } = asked
    const values = readValues(request.body)
    const moved = applyListAction(values, typedValue(values, 'action'))
    if (moved)
      return drawResources(application, request, reply, asked, {
        values: moved.values,
        focus: moved.focus.index,
      })
    const form = readForm(resourcesForm, request.body)
    if (!form.valid) return drawResources(application, request, reply.code(422), asked, form)
    const typed = form.data.resources.map((each) => ({ ...each, id: each.id || null }))
    await changeResources(writing, { networkId: network.id, meetingId: meeting.id }, typed)
    return reply.redirect(`${paths.meeting(reader, network.slug, meeting.slug)}#resources`, 303)
  })
  addResourceFileRoutes(app, application)
}

import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, withStatus } from '../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/resources'
  pages.get(place, readMeetingWork, async (asked) => {
    const values = storedValues(await listResources(asked.writing, asked.meeting.id))
    return drawResources(asked, { values })
  })

  pages.post(place, readMeetingWork, async (asked) => {
    const { request, reply, writing, reader, network, meeting } = asked
    const values = readValues(request.body)
    const moved = applyListAction(values, typedValue(values, 'action'))
    if (moved)
      return drawResources(asked, {
        values: moved.values,
        focus: moved.focus.index,
      })
    const form = readForm(resourcesForm, request.body)
    if (!form.valid) return drawResources(withStatus(asked, 422), form)
    const typed = form.data.resources.map((each) => ({ ...each, id: each.id || null }))
    await changeResources(writing, { networkId: network.id, meetingId: meeting.id }, typed)
    return reply.redirect(`${paths.meeting(reader, network.slug, meeting.slug)}#resources`, 303)
  })
  addResourceFileRoutes(app, application)
}

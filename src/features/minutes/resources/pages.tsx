import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { paths } from '../paths.ts'
import { loadKeptMeetingRequest } from '../request.ts'
import { changeResources } from './editing.commands.ts'
import { addResourceFileRoutes } from './files.pages.tsx'
import { renderResources, storedValues } from './frame.tsx'
import { listResources } from './queries.ts'
import { resourcesForm } from './resource.ts'

/** The resources of a meeting, for coordinators. */
export function addResourceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/resources'
  pages.get(place, loadKeptMeetingRequest, async (visit) => {
    const values = storedValues(await listResources(visit.writing, visit.meeting.id))
    return renderResources(visit, { values, errors: [] })
  })

  addNetworkAction(pages, place, {
    open: loadKeptMeetingRequest,
    schema: resourcesForm,
    lists: ['resources'],
    save: async ({ writing, reader, network, meeting }, { resources }) => {
      const typed = resources.map((each) => ({ ...each, id: each.id || null }))
      await changeResources(writing, { networkId: network.id, meetingId: meeting.id }, typed)
      return `${paths.meeting(reader, network.slug, meeting.slug)}#resources`
    },
    again: renderResources,
  })

  addResourceFileRoutes(app, application)
}

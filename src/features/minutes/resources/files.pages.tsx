import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { lookUpFile } from '../../../platform/storage/files.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import { checkGivenFiles, givenFiles } from '../../../ui/form/given-files.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { paths } from '../paths.ts'
import { loadKeptMeetingRequest, loadMeetingRequest } from '../request.ts'
import { addFiles } from './files.commands.ts'
import { renderResources, storedValues } from './frame.tsx'
import { listResources } from './queries.ts'

/** Files of a meeting: uploaded by coordinators, downloaded by anybody who may read about the meeting. */
export function addResourceFileRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/resources'
  addNetworkAction(pages, `${place}/files`, {
    open: loadKeptMeetingRequest,
    upload: givenFiles,
    schema: z.object({ language: z.string().default('') }),
    check: ({ upload }) => checkGivenFiles(upload),
    again: async (visit, { errors }) => {
      const values = storedValues(await listResources(visit.writing, visit.meeting.id))
      return renderResources(visit, { values, errors })
    },
    save: async ({ writing, reader, network, meeting, upload }, typed) => {
      const language = network.languages.find((each) => each === typed.language) ?? reader.language
      const given = upload.files.map(({ path, name, type }) => ({ source: { path }, name, type }))
      const holder = { networkId: network.id, meetingId: meeting.id }
      await addFiles(writing, application.storage, holder, given, language)
      return paths.step(reader, network.slug, meeting.slug, 'resources')
    },
  })

  pages
    .with({})
    .get(`${place}/:resource/file`, loadMeetingRequest, async ({ request, reply, context, meeting }) => {
      const id = parameterOf(request.params, 'resource') ?? ''
      const resource = (await listResources(context, meeting.id)).find((each) => each.id === id)
      const file = resource?.file ? await lookUpFile(context, resource.file.id) : null
      return serveFile(reply, application.storage, file ?? notFound(id))
    })
}

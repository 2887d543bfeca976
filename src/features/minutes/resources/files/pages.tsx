import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { readUpload } from '../../../../platform/http/read-upload.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { lookUpFile } from '../../../../platform/storage/files.ts'
import { serveFile } from '../../../../platform/storage/serve-file.ts'
import { readMeetingRequest, readMeetingWork } from '../../call.ts'
import { paths } from '../../paths.ts'
import { drawResources, storedValues } from '../page.tsx'
import { listResources } from '../queries.ts'
import { isAccepted } from './accepted.ts'
import { addFiles } from './commands.ts'

const mostFiles = 10

const refused = (name: string): FieldError => ({
  field: 'files',
  message: (t) => t('minutes.resource.fileKind', { name }),
})

/** Files of a meeting: kept by those who write it down, had by whoever may read of the meeting. */
export function addResourceFileRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, config: { takesFiles: true } })
  const place = '/:language/:network/meetings/:slug/resources'
  pages.post(`${place}/files`, readMeetingWork, async (asked) => {
    const { request, reply, writing, reader, network, meeting } = asked
    const { files, fields, errors } = await readUpload(application, request, { fields: ['files'], mostFiles })
    const wrong = files.find(({ name, size }) => size === 0 || !isAccepted(name))
    const all = [
      ...errors,
      ...(wrong ? [refused(wrong.name)] : []),
      ...(files.length === 0 && errors.length === 0 ? [fieldError('files', 'ui.form.missing')] : []),
    ]
    if (all.length > 0)
      return drawResources(withStatus(asked, 422), {
        values: storedValues(await listResources(writing, meeting.id)),
        errors: all,
      })
    const language = network.languages.find((each) => each === fields.language) ?? reader.language
    const given = files.map(({ path, name, type }) => ({ source: { path }, name, type }))
    const holder = { networkId: network.id, meetingId: meeting.id }
    await addFiles(writing, application.storage, holder, given, language)
    return reply.redirect(paths.step(reader, network.slug, meeting.slug, 'resources'), 303)
  })

  pages
    .with({})
    .get(`${place}/:resource/file`, readMeetingRequest, async ({ request, reply, context, meeting }) => {
      const id = parameterOf(request.params, 'resource') ?? ''
      const resource = (await listResources(context, meeting.id)).find((each) => each.id === id)
      const file = resource?.file ? await lookUpFile(context, resource.file.id) : null
      return serveFile(reply, application.storage, file ?? notFound(id))
    })
}

import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { pagesOf, withStatus } from '../../../platform/http/visit.ts'
import { fieldError, readForm, readValues } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { lookUpFile } from '../../../platform/storage/files.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import type { NetworkRequest } from '../../networks/index.ts'
import { drawNewImport } from '../page.tsx'
import { paths } from '../paths.ts'
import { addAccountRoutes } from './accounts.pages.tsx'
import { assistantHost } from './assistant/host.ts'
import { readImportRequest, readTextRequest } from './call.ts'
import { importText, readAgain } from './commands.ts'
import { addCorrectingRoutes } from './correcting.pages.tsx'
import { addReviewRoutes } from './review/pages.tsx'
import { newTextForm } from './schema.ts'
import { addSourceRoutes } from './sources/pages.tsx'
import { addTakingRoutes } from './takings/pages.tsx'

/** Texts that are imported: a new one, and what belongs to each. */
export function addTextRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports'
  pages.with({ config: { takesFiles: true } }).post(`${place}/new`, readImportRequest, takeText)
  pages.post(`${place}/:id/reading`, readTextRequest, async ({ reply, reader, network, text, writing }) => {
    await readAgain(application, writing, network.id, text.id)
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
  pages.get(`${place}/:id/file`, readTextRequest, async ({ reply, writing, text }) => {
    const file = (await lookUpFile(writing, text.fileId)) ?? notFound(text.fileId)
    return serveFile(reply, application.storage, file)
  })
  addReviewRoutes(app, application)
  addCorrectingRoutes(app, application)
  addSourceRoutes(app, application)
  addTakingRoutes(app, application)
  addAccountRoutes(app, application)
}

async function takeText(asked: NetworkRequest): Promise<FastifyReply> {
  const { application, request, reply, reader, network, writing } = asked
  const upload = await readUpload(application, request, { fields: ['document'] })
  const values = readValues(upload.fields)
  const form = readForm(newTextForm, upload.fields)
  const [file] = upload.files
  const pasted = form.valid ? form.data.text.trim() : ''
  const errors = [
    ...upload.errors,
    ...(form.valid ? [] : form.errors),
    ...(file || pasted !== '' || upload.errors.length > 0 || !form.valid
      ? []
      : [fieldError('document', 'imports.text.new.nothing')]),
  ]
  if (errors.length > 0 || !form.valid)
    return drawNewImport(withStatus(asked, 422), { of: 'text', values, errors })
  const host = form.data.assistant === undefined ? null : assistantHost(application.settings)
  const given = file
    ? { source: await readFile(file.path), name: file.name, type: file.type }
    : {
        source: Buffer.from(pasted, 'utf8'),
        name: reader.t('imports.text.new.pastedName'),
        type: 'text/plain',
      }
  const { id, isKnown } = await importText(application, writing, network.id, {
    ...given,
    assistantHost: host,
  })
  return reply.redirect(paths.text(reader, network.slug, id, { known: isKnown ? '1' : undefined }), 303)
}

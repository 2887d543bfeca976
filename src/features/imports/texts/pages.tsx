import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { fieldError, typedValue } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { lookUpFile } from '../../../platform/storage/files.ts'
import { serveFile } from '../../../platform/storage/serve-file.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderNewImport } from '../frame.tsx'
import { paths } from '../paths.ts'
import { addAccountRoutes } from './accounts.pages.tsx'
import { assistantHost } from './assistant/host.ts'
import { importText, readAgain } from './commands.ts'
import { addCorrectingRoutes } from './correcting.pages.tsx'
import { loadImportRequest, loadTextRequest } from './request.ts'
import { addReviewRoutes } from './review/pages.tsx'
import { newTextForm } from './schema.ts'
import { addSourceRoutes } from './sources/pages.tsx'
import { addUndoRoutes } from './undo/pages.tsx'

/** The pages of imported texts: a new one, and the actions on each. */
export function addTextRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports'
  addNetworkAction(pages, `${place}/new`, {
    open: loadImportRequest,
    upload: { fields: ['document'] },
    schema: newTextForm,
    check: ({ upload }, values) =>
      upload.files.length + upload.errors.length > 0 || typedValue(values, 'text').trim() !== ''
        ? []
        : [fieldError('document', 'imports.text.new.nothing')],
    again: (visit, form) => renderNewImport(visit, { of: 'text', ...form }),
    save: async ({ reader, network, writing, upload: { files } }, { text, assistant }) => {
      const [file] = files
      const given = file
        ? { source: await readFile(file.path), name: file.name, type: file.type }
        : {
            source: Buffer.from(text.trim(), 'utf8'),
            name: reader.t('imports.text.new.pastedName'),
            type: 'text/plain',
          }
      const { id, isKnown } = await importText(application, writing, network.id, {
        ...given,
        assistantHost: assistant === undefined ? null : assistantHost(application.settings),
      })
      return paths.text(reader, network.slug, id, { known: isKnown ? '1' : undefined })
    },
  })
  pages.post(`${place}/:id/reading`, loadTextRequest, async ({ reply, reader, network, text, writing }) => {
    await readAgain(application, writing, network.id, text.id)
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
  pages.get(`${place}/:id/file`, loadTextRequest, async ({ reply, writing, text }) => {
    const file = (await lookUpFile(writing, text.fileId)) ?? notFound(text.fileId)
    return serveFile(reply, application.storage, file)
  })
  addReviewRoutes(app, application)
  addCorrectingRoutes(app, application)
  addSourceRoutes(app, application)
  addUndoRoutes(app, application)
  addAccountRoutes(app, application)
}

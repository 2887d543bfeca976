import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { paths } from '../../paths.ts'
import { loadTextRequest } from '../request.ts'
import { showReview } from '../review/pages.tsx'
import { withdrawalForm } from '../schema.ts'
import { ChangedSince, reopenImport, undoImport } from './commands.ts'

/** Forms to take back a whole import, and to reopen it. */
export function addUndoRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports/:id'
  pages.post(`${place}/withdrawal`, loadTextRequest, async (visit) => {
    const { request, reply, reader, network, text, writing } = visit
    const form = readForm(withdrawalForm, request.body)
    if (!form.valid) throw new Refusal('malformed')
    const action = paths.ofText(reader, network.slug, text.id, 'withdrawal')
    try {
      const at = { network, text, records: application.records }
      await undoImport(writing, at, form.data.manner)
    } catch (error) {
      if (!(error instanceof ChangedSince)) throw error
      return showReview(visit, { kept: error.kept, action, undo: null })
    }
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
  pages.post(`${place}/reopening`, loadTextRequest, async ({ reply, reader, network, text, writing }) => {
    await reopenImport(writing, { network, text, records: application.records })
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
}

import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { Refusal } from '../../../../platform/refusals/refusal.ts'
import { paths } from '../../paths.ts'
import { readTextRequest } from '../call.ts'
import { showReview } from '../review/routes.tsx'
import { withdrawalForm } from '../schema.ts'
import { ChangedSince, reopenImport, takeBackImport } from './commands.ts'

/** Taking an import back whole, and opening it again. */
export function addTakingRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/imports/:id'
  app.post(`${place}/withdrawal`, async (request, reply) => {
    const asked = await readTextRequest(application, request)
    const { reader, network, text, writing } = asked
    const form = readForm(withdrawalForm, request.body)
    if (!form.valid) throw new Refusal('malformed')
    const action = paths.ofText(reader, network.slug, text.id, 'withdrawal')
    try {
      const at = { network, text, records: application.records }
      await takeBackImport(writing, at, form.data.manner)
    } catch (error) {
      if (!(error instanceof ChangedSince)) throw error
      return showReview(application, request, reply, asked, { kept: error.kept, action, undo: null })
    }
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
  app.post(`${place}/reopening`, async (request, reply) => {
    const { reader, network, text, writing } = await readTextRequest(application, request)
    await reopenImport(writing, { network, text, records: application.records })
    return reply.redirect(paths.text(reader, network.slug, text.id), 303)
  })
}

import type { FastifyInstance } from 'fastify'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { cachedByNetwork, loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { loadPracticeRequest } from '../frame.tsx'
import { listReviews } from '../reviews/queries.ts'
import { listPractices } from '../sheets/list.queries.ts'
import { practiceFilter } from '../sheets/practice-filter.ts'
import type { Practice } from '../sheets/queries.ts'
import { listUses } from '../uses/queries.ts'
import { printPractice } from './practice-sheet.ts'

/** How many sheets one file has at most: the newest of those that were found. */
export const mostTogether = 30

/** A sheet as one page, and those that a search has found in one file, as PDF and as DOCX, for whoever may read them. */
export function addPrintingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  // Thirty pages at once: more than a note of one takes.
  const typesetter = new Typesetter({ timeMs: 30_000, memory: 500 * 1024 * 1024 })
  app.addHook('onClose', async () => typesetter.close())

  for (const format of ['pdf', 'docx'] as const)
    pages.get(`/:language/:network/practices/:slug/sheet.${format}`, loadPracticeRequest, async (visit) => {
      const { reply, reader, practice } = visit
      const { bytes } = await typesetter.render(format, await print(visit, practice))
      const name = `${practice.slug}-${reader.language}.${format}` as const
      return sendFile(reply.header('cache-control', 'private, no-cache'), name, bytes)
    })

  const found = pagesOf(app, application, limits.searches)
  for (const format of ['pdf', 'docx'] as const)
    found.get(`/:language/:network/practices.${format}`, loadNetworkRequest, async (visit) => {
      const { request, reply, reader, context, network } = visit
      const filter = practiceFilter.read(request.query)
      const practices = await listPractices(context, network.id, filter, { limit: mostTogether })
      if (practices.length === 0) notFound('practices')
      const bundle = await Promise.all(practices.map((practice) => print(visit, practice)))
      const bytes = await typesetter.drawBundle(format, bundle, reader.t('practices.list.title'))
      const name = `practices-${reader.language}.${format}` as const
      return sendFile(reply.header('cache-control', 'private, no-cache'), name, bytes)
    })
}

/** A sheet in all its forms, with what others say of it. */
async function print({ application, context, reader, network }: NetworkRequest, practice: Practice) {
  const [uses, reviews] = await Promise.all([
    listUses(context, practice.id),
    listReviews(context, practice.id),
  ])
  const { baseUrl } = application.settings
  return printPractice({ reader, network, baseUrl }, { practice, uses, reviews })
}

import type { FastifyInstance } from 'fastify'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { cachedByNetwork, type NetworkRequest } from '../../networks/index.ts'
import { loadPracticeRequest } from '../frame.tsx'
import { listReviews } from '../reviews/queries.ts'
import type { Practice } from '../sheets/queries.ts'
import { listUses } from '../uses/queries.ts'
import { printPractice } from './practice-sheet.ts'

/** A sheet as one page, as PDF and as DOCX, for whoever may read it. */
export function addPrintingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  const typesetter = new Typesetter()
  app.addHook('onClose', async () => typesetter.close())

  for (const format of ['pdf', 'docx'] as const)
    pages.get(`/:language/:network/practices/:slug/sheet.${format}`, loadPracticeRequest, async (visit) => {
      const { reply, reader, practice } = visit
      const { bytes } = await typesetter.render(format, await print(visit, practice))
      const name = `${practice.slug}-${reader.language}.${format}` as const
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

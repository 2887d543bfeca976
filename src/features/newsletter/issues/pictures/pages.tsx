import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { lookUpFile } from '../../../../platform/storage/files.ts'
import { serveFile } from '../../../../platform/storage/serve-file.ts'
import { loadNetworkRequest } from '../../../networks/index.ts'
import { findPictureFile } from './queries.ts'

/** Pictures of letters, for our pages and for mail programs that run in a browser. */
export function addPictureRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(
    '/:language/:network/newsletter/pictures/:picture',
    loadNetworkRequest,
    async ({ request, reply, context, network }) => {
      const id = parameterOf(request.params, 'picture') ?? ''
      const file = await lookUpFile(context, await findPictureFile(context, network.id, id))
      reply.header('cross-origin-resource-policy', 'cross-origin')
      return serveFile(reply, application.storage, file ?? notFound(id))
    },
  )
}

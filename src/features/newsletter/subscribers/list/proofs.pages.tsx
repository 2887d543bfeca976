import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { serveFile } from '../../../../platform/storage/serve-file.ts'
import { loadKeeperRequest } from '../request.ts'
import { lookUpProof } from './queries.ts'

/** Documents that prove consent, for coordinators only. */
export function addProofRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(
    '/:language/:network/newsletter/subscribers/proofs/:proof',
    loadKeeperRequest,
    async ({ request, reply, writing, network }) => {
      const id = parameterOf(request.params, 'proof') ?? ''
      const file = (await lookUpProof(writing, network.id, id)) ?? notFound('proof')
      return serveFile(reply, application.storage, file)
    },
  )
}

import type { FastifyInstance } from 'fastify'
import { describeApi } from '../../../platform/http/api/openapi.ts'
import { sayMethods } from '../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../platform/http/application.ts'
import { apiDescription } from './api-description.ts'

/** The document from which programs learn the API. */
export function addReferenceApi(app: FastifyInstance, application: Application): void {
  let text: string | null = null
  app.get('/openapi.json', async (request, reply) => {
    text ??= JSON.stringify(
      describeApi(request.server.operations, apiDescription(application.settings.baseUrl)),
    )
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(text)
  })
  app.options('/openapi.json', async (_request, reply) => sayMethods(reply))
}

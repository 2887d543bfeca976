import type { FastifyInstance } from 'fastify'
import { describeApi } from '../../../platform/http/api/openapi.ts'
import { sayMethods } from '../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../platform/http/application.ts'

/** The document that describes the API to programs. */
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

/** The introduction of the API’s document. */
function apiDescription(baseUrl: string) {
  return {
    title: 'Entente',
    description: [
      'Who cooperates with whom, since when, under which agreement, and on whose word: the records of country groups.',
      'Dates are EDTF. Countries are ISO 3166-1 alpha-2 codes, languages BCP 47 tags.',
      'Lists answer a part at a time: follow `next` until it is null.',
      'A wrong parameter or field answers 422 with each error named (RFC 9457).',
      'What is public needs no token. A token acts as its owner in one group, as far as its scopes allow.',
      'A change names the version that it was made from (If-Match); an Idempotency-Key lets it be sent again.',
    ].join(' '),
    server: `${baseUrl}/api/v1`,
  }
}

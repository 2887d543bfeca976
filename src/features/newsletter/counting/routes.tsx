import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { readNetworkRequest } from '../../networks/index.ts'
import { asksByItself } from './by-itself.ts'
import { countOnce } from './commands.ts'
import { openingKey } from './counted-letter.ts'
import { lookUpCounted } from './queries.ts'

const place = '/:language/:network/newsletter/counted/:letter'
const transparent = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * The addresses by which letters are counted. They lead where the letter that was written down leads and nowhere else, for as long as
 * somebody keeps it, also when nothing is counted any more; nothing is kept of who comes by.
 */
export function addCountingRoutes(app: FastifyInstance, application: Application): void {
  app.get(`${place}/${openingKey}.gif`, neverKept, async (request, reply) => {
    await seen(application, request, openingKey)
    return reply.type('image/gif').header('cross-origin-resource-policy', 'cross-origin').send(transparent)
  })
  app.get(`${place}/:key`, neverKept, async (request, reply) => {
    const address = await seen(application, request, parameterOf(request.params, 'key') ?? '')
    if (address === null) notFound('counted')
    return reply.header('referrer-policy', 'no-referrer').redirect(address, 302)
  })
}

async function seen(application: Application, request: FastifyRequest, key: string): Promise<string | null> {
  const { context, network } = await readNetworkRequest(application, request)
  const id = parameterOf(request.params, 'letter') ?? ''
  if (!isId(id)) notFound('counted')
  const counted = (await lookUpCounted(context, network.id, id, key)) ?? notFound('counted')
  if (!asksByItself(request)) await countOnce(context, { kind: counted.kind, id }, key)
  return counted.address
}

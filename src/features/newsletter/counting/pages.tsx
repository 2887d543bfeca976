import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest } from '../../networks/index.ts'
import { countOnce } from './commands.ts'
import { openingKey } from './counted-letter.ts'
import { lookUpCounted } from './queries.ts'

const place = '/:language/:network/newsletter/counted/:letter'
const transparent = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * The addresses through which letters are counted. Each leads where its letter led and nowhere else, as long as the letter is kept, even
 * when nothing is counted any longer. Nothing is stored about visitors.
 */
export function addCountingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get(`${place}/${openingKey}.gif`, async (visit) => {
    const { reply } = visit
    await seen(visit, openingKey)
    return reply.type('image/gif').header('cross-origin-resource-policy', 'cross-origin').send(transparent)
  })
  pages.get(`${place}/:key`, async (visit) => {
    const { request, reply } = visit
    const address = await seen(visit, parameterOf(request.params, 'key') ?? '')
    if (address === null) notFound('counted')
    return reply.header('referrer-policy', 'no-referrer').redirect(address, 302)
  })
}

async function seen(visit: Visit, key: string): Promise<string | null> {
  const { request } = visit
  const { context, network } = await loadNetworkRequest(visit)
  const id = parameterOf(request.params, 'letter') ?? ''
  if (!isId(id)) notFound('counted')
  const counted = (await lookUpCounted(context, network.id, id, key)) ?? notFound('counted')
  if (!asksByItself(request)) await countOnce(context, { kind: counted.kind, id }, key)
  return counted.address
}

const ahead = /prefetch|preview|prerender/i
// Clients that say that they are programs. Proxies through which people see pictures are not among them.
const program =
  /bot\b|crawl|spider|slurp|scan|preview|monitor|headless|python|curl|wget|java\/|go-http|okhttp|axios|node|link ?check|safe ?links|barracuda|mimecast|proofpoint|facebookexternalhit|kakaotalk-scrap|yeti/i

/** Whether no person asks for an address: it is requested without its contents, ahead of a click, or by a program that says so. */
function asksByItself({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (method !== 'GET') return true
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => String(headers[name] ?? ''))
  const agent = headers['user-agent'] ?? ''
  return purposes.some((purpose) => ahead.test(purpose)) || agent === '' || program.test(agent)
}

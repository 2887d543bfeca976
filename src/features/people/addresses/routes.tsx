import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { countUnknown } from '../attempts/call.ts'
import { type Link, lookUpLink } from '../links/queries.ts'
import { hideAddress, sendOwnPage } from '../page.tsx'
import { sessionOf } from '../sessions/call.ts'
import { confirmNewAddress } from './commands.ts'
import { AddressOutcome, AddressPage } from './views/address-page.tsx'

/** The link that was sent to a new address: it shows and asks, as the one that signs in does. */
export function addAddressRoutes(app: FastifyInstance, application: Application): void {
  app.get('/:language/account/address', async (request, reply) => {
    const { reader } = readPageRequest(application, request)
    const token = parameterOf(request.query, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    if (link?.confirms == null) return drawGone(application, request, reply)
    return sendSecret(application, request, reply, {
      title: reader.t('people.address.title'),
      children: <AddressPage reader={reader} address={link.confirms} token={token} />,
    })
  })

  app.post('/:language/account/address/confirmation', async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    const token = parameterOf(request.body, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    if (!link?.confirms) return drawGone(application, request, reply)
    const session = sessionOf(request)
    const kept = session?.personId === link.personId ? session.id : null
    const outcome = await confirmNewAddress(context, application, link, token, kept)
    if (outcome === 'gone') return drawGone(application, request, reply)
    const address = link.confirms
    const title = reader.t(outcome === 'taken' ? 'people.address.takenTitle' : 'people.address.changedTitle')
    const lead = reader.t(outcome === 'taken' ? 'people.address.taken' : 'people.address.changed', {
      address,
    })
    if (outcome === 'taken') reply.code(409)
    return sendSecret(application, request, reply, {
      title,
      children: <AddressOutcome reader={reader} title={title} lead={lead} />,
    })
  })
}

/** The link of a token, as long as it works; what signs in, never used here, is none of these. */
export async function readAddressLink(
  application: Application,
  request: FastifyRequest,
  token: string,
): Promise<Link | null> {
  const link = await lookUpLink(application, token)
  if (link === null) await countUnknown(application, request)
  return link?.state === 'open' ? link : null
}

/** Says that a link does not work, and what to do. */
export function drawGone(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  advice: PlainMessageKey = 'people.address.gone',
): FastifyReply {
  const { reader } = readPageRequest(application, request)
  const title = reader.t('people.link.unknownTitle')
  return sendSecret(application, request, reply.code(410), {
    title,
    children: <AddressOutcome reader={reader} title={title} lead={reader.t(advice)} />,
  })
}

/** A page whose address is a secret of the account. */
export function sendSecret(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  drawn: { title: string; children: ComponentChildren },
): FastifyReply {
  const { reader } = readPageRequest(application, request)
  hideAddress(reply)
  return sendOwnPage(application, reply, reader, { ...drawn, description: drawn.title, path: '/account' })
}

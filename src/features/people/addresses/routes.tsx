import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { noteAttempt } from '../attempts/commands.ts'
import { wrongTokens } from '../attempts/limit.ts'
import { countMinutesToWait } from '../attempts/queries.ts'
import { lookUpLink } from '../links/queries.ts'
import { hideAddress, sendOwnPage } from '../page.tsx'
import { confirmNewAddress } from './commands.ts'
import { AddressOutcome, AddressPage } from './views/address-page.tsx'

/** The link that was sent to a new address: it shows and asks, as the one that signs in does. */
export function addAddressRoutes(app: FastifyInstance, application: Application): void {
  app.get('/:language/account/address', async (request, reply) => {
    const { reader } = readPageRequest(application, request)
    const token = parameterOf(request.query, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    if (link?.confirms == null) return drawGone(application, request, reply)
    return send(application, request, reply, {
      title: reader.t('people.address.title'),
      children: <AddressPage reader={reader} address={link.confirms} token={token} />,
    })
  })

  app.post('/:language/account/address/confirmation', async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    const token = parameterOf(request.body, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    const outcome = link ? await confirmNewAddress(context, application, link, token) : 'gone'
    if (outcome === 'gone' || !link?.confirms) return drawGone(application, request, reply)
    const address = link.confirms
    const title = reader.t(outcome === 'taken' ? 'people.address.takenTitle' : 'people.address.changedTitle')
    const lead = reader.t(outcome === 'taken' ? 'people.address.taken' : 'people.address.changed', {
      address,
    })
    if (outcome === 'taken') reply.code(409)
    return send(application, request, reply, {
      title,
      children: <AddressOutcome reader={reader} title={title} lead={lead} />,
    })
  })
}

async function readAddressLink(application: Application, request: FastifyRequest, token: string) {
  if ((await countMinutesToWait(application, wrongTokens, request.ip)) > 0) throw new Refusal('tooMany')
  const link = await lookUpLink(application, token)
  if (link === null) await noteAttempt(application, wrongTokens, request.ip)
  return link?.state === 'open' && link.confirms !== null ? link : null
}

function drawGone(application: Application, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { reader } = readPageRequest(application, request)
  const title = reader.t('people.link.unknownTitle')
  return send(application, request, reply.code(410), {
    title,
    children: <AddressOutcome reader={reader} title={title} lead={reader.t('people.address.gone')} />,
  })
}

function send(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  drawn: { title: string; children: ComponentChildren },
): FastifyReply {
  const { reader } = readPageRequest(application, request)
  hideAddress(reply)
  return sendOwnPage(application, reply, reader, { ...drawn, description: drawn.title, path: '/account' })
}

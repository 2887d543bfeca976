import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { countUnknown } from '../attempts/call.ts'
import { type Link, lookUpLink } from '../links/queries.ts'
import { hideAddress, sendOwnPage } from '../page.tsx'
import { sessionOf } from '../sessions/call.ts'
import { confirmNewAddress, restoreAddress } from './commands.ts'
import { AddressOutcome, AddressPage, RestorationPage } from './views/address-page.tsx'

/** The links that were sent to a new address and to the one before: they show and ask, as the one that signs in does. */
export function addAddressRoutes(app: FastifyInstance, application: Application): void {
  addConfirmation(app, application)
  addRestoration(app, application)
}

function addConfirmation(app: FastifyInstance, application: Application): void {
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
    return send(application, request, reply, {
      title,
      children: <AddressOutcome reader={reader} title={title} lead={lead} />,
    })
  })
}

function addRestoration(app: FastifyInstance, application: Application): void {
  const address = '/:language/account/address/restoration'

  app.get(address, async (request, reply) => {
    const { reader } = readPageRequest(application, request)
    const token = parameterOf(request.query, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    if (!link?.restores) return drawGone(application, request, reply)
    return send(application, request, reply, {
      title: reader.t('people.restoration.title'),
      children: <RestorationPage reader={reader} address={link.restores} token={token} />,
    })
  })

  app.post(address, async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    const token = parameterOf(request.body, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    if (!link?.restores) return drawGone(application, request, reply)
    const outcome = await restoreAddress(context, application, link, token)
    if (outcome === 'gone') return drawGone(application, request, reply)
    const isTaken = outcome === 'taken'
    if (isTaken) reply.code(409)
    const title = reader.t(isTaken ? 'people.address.takenTitle' : 'people.restoration.doneTitle')
    const lead = isTaken
      ? reader.t('people.address.taken', { address: link.restores })
      : `${reader.t('people.restoration.done', { address: link.restores })} ${reader.t('people.restoration.ended', { ...outcome })}`
    return send(application, request, reply, {
      title,
      children: <AddressOutcome reader={reader} title={title} lead={lead} />,
    })
  })
}

/** The link of a token, as long as it works; what signs in, never used here, is none of these. */
async function readAddressLink(
  application: Application,
  request: FastifyRequest,
  token: string,
): Promise<Link | null> {
  const link = await lookUpLink(application, token)
  if (link === null) await countUnknown(application, request)
  return link?.state === 'open' ? link : null
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

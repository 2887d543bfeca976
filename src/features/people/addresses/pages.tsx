import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { countUnknown } from '../attempts/request.ts'
import { hideAddress, sendOwnPage } from '../frame.tsx'
import { type Link, lookUpLink } from '../links/queries.ts'
import { sessionOf } from '../sessions/request.ts'
import { AddressOutcome, AddressPage } from './address-page.tsx'
import { confirmNewAddress } from './commands.ts'

/** The link sent to a new address. Opening it shows a question, like the sign-in link; a button confirms. */
export function addAddressRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/account/address', async (visit) => {
    const { request } = visit
    const { reader } = loadPageRequest(visit)
    const token = parameterOf(request.query, 'token') ?? ''
    const link = await readAddressLink(visit, token)
    if (link?.confirms == null) return renderGone(visit)
    return sendSecret(visit, {
      title: reader.t('people.address.title'),
      children: <AddressPage address={link.confirms} token={token} />,
    })
  })

  pages.with(limits.mail).post('/:language/account/address/confirmation', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const token = parameterOf(request.body, 'token') ?? ''
    const link = await readAddressLink(visit, token)
    if (!link?.confirms) return renderGone(visit)
    const session = sessionOf(request)
    const kept = session?.personId === link.personId ? session.id : null
    const outcome = await confirmNewAddress(context, application, link, token, kept)
    if (outcome === 'gone') return renderGone(visit)
    const address = link.confirms
    const title = reader.t(outcome === 'taken' ? 'people.address.takenTitle' : 'people.address.changedTitle')
    const lead = reader.t(outcome === 'taken' ? 'people.address.taken' : 'people.address.changed', {
      address,
    })
    if (outcome === 'taken') reply.code(409)
    return sendSecret(visit, {
      title,
      children: <AddressOutcome title={title} lead={lead} />,
    })
  })
}

/** The link of a token while it works. Links that sign in are not found here. */
export async function readAddressLink(visit: Visit, token: string): Promise<Link | null> {
  const { application } = visit
  const link = await lookUpLink(application, token)
  if (link === null) await countUnknown(visit)
  return link?.state === 'open' ? link : null
}

/** Says that a link does not work, and what to do. */
export function renderGone(visit: Visit, advice: PlainMessageKey = 'people.address.gone'): FastifyReply {
  const { reader } = loadPageRequest(visit)
  const title = reader.t('people.link.unknownTitle')
  return sendSecret(withStatus(visit, 410), {
    title,
    children: <AddressOutcome title={title} lead={reader.t(advice)} />,
  })
}

/** Sends a page whose address is a secret of the account. */
export function sendSecret(
  visit: Visit,
  rendered: { title: string; children: ComponentChildren },
): FastifyReply {
  const { reply, application } = visit
  const { reader } = loadPageRequest(visit)
  hideAddress(reply)
  return sendOwnPage(application, reply, reader, {
    ...rendered,
    description: rendered.title,
    path: '/account',
  })
}

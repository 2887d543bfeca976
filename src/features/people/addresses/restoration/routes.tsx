import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { readPageRequest } from '../../../../platform/http/page-request.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { drawGone, readAddressLink, sendSecret } from '../routes.tsx'
import { AddressOutcome } from '../views/address-page.tsx'
import { restoreAddress } from './commands.ts'
import { RestorationPage } from './views/restoration-page.tsx'

/** The link in the mail to the old address: it shows and asks, and takes the change of address back. */
export function addRestorationRoutes(app: FastifyInstance, application: Application): void {
  const address = '/:language/account/address/restoration'

  app.get(address, async (request, reply) => {
    const { reader } = readPageRequest(application, request)
    const token = parameterOf(request.query, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    if (!link?.restores) return drawGone(application, request, reply, 'people.restoration.gone')
    return sendSecret(application, request, reply, {
      title: reader.t('people.restoration.title'),
      children: <RestorationPage reader={reader} address={link.restores} token={token} />,
    })
  })

  app.post(address, async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    const token = parameterOf(request.body, 'token') ?? ''
    const link = await readAddressLink(application, request, token)
    if (!link?.restores) return drawGone(application, request, reply, 'people.restoration.gone')
    const outcome = await restoreAddress(context, application, link, token)
    if (outcome === 'gone') return drawGone(application, request, reply, 'people.restoration.gone')
    const isTaken = outcome === 'taken'
    if (isTaken) reply.code(409)
    const title = reader.t(isTaken ? 'people.address.takenTitle' : 'people.restoration.doneTitle')
    const lead = isTaken
      ? reader.t('people.address.taken', { address: link.restores })
      : `${reader.t('people.restoration.done', { address: link.restores })} ${reader.t('people.restoration.ended', { ...outcome })}`
    return sendSecret(application, request, reply, {
      title,
      children: <AddressOutcome reader={reader} title={title} lead={lead} />,
    })
  })
}

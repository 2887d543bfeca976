import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { loadPageRequest } from '../../../../platform/http/page-request.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import { AddressOutcome, TokenForm } from '../address-page.tsx'
import { readAddressLink, renderGone, sendSecret } from '../pages.tsx'
import { restoreAddress } from './commands.ts'

/** The link in the mail to the old address. Opening it shows a question; a button reverses the change of address. */
export function addRestorationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const address = '/:language/account/address/restoration'

  pages.get(address, async (visit) => {
    const { request } = visit
    const { reader } = loadPageRequest(visit)
    const token = parameterOf(request.query, 'token') ?? ''
    const link = await readAddressLink(visit, token)
    if (!link?.restores) return renderGone(visit, 'people.restoration.gone')
    return sendSecret(visit, {
      title: reader.t('people.restoration.title'),
      children: <RestorationPage address={link.restores} token={token} />,
    })
  })

  pages.with(limits.mail).post(address, async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const token = parameterOf(request.body, 'token') ?? ''
    const link = await readAddressLink(visit, token)
    if (!link?.restores) return renderGone(visit, 'people.restoration.gone')
    const outcome = await restoreAddress(context, application, link, token)
    if (outcome === 'gone') return renderGone(visit, 'people.restoration.gone')
    const isTaken = outcome === 'taken'
    if (isTaken) reply.code(409)
    const title = reader.t(isTaken ? 'people.address.takenTitle' : 'people.restoration.doneTitle')
    const lead = isTaken
      ? reader.t('people.address.taken', { address: link.restores })
      : `${reader.t('people.restoration.done', { address: link.restores })} ${reader.t('people.restoration.ended', { ...outcome })}`
    return sendSecret(visit, {
      title,
      children: <AddressOutcome title={title} lead={lead} />,
    })
  })
}

interface RestorationPageProps {
  address: string
  token: string
}

/**
 * Says which address an account is about to get back and what ends with that. Asks first, since a program that follows links presses no
 * button.
 */
function RestorationPage({ address, token }: RestorationPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.restoration.lead', { address })}>
        {t('people.restoration.title')}
      </PageHeading>
      <p>{t('people.restoration.what')}</p>
      <TokenForm
        action={paths.restoreAddress(reader.interfaceLanguage)}
        token={token}
        label={t('people.restoration.confirm')}
      />
    </>
  )
}

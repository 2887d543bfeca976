import type { FastifyInstance } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import { callContext } from '../../../platform/http/api/call-context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { personOf } from '../../../platform/http/page-request.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import {
  interfaceLanguages,
  isInterfaceLanguage,
  negotiateLanguage,
} from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { AccountLink } from '../../../ui/shell/account-link.tsx'
import { page } from '../../../ui/shell/page.tsx'
import { listNetworks } from '../../networks/index.ts'
import { ApiPage } from './views/api-page.tsx'

const path = '/api/docs'

/** The API as people read it: one address, in the language asked for or else in that of the browser. */
export function addReferenceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(path, async (visit) => {
    const { request, reply } = visit
    const asked = parameterOf(request.query, 'language') ?? ''
    const negotiated = negotiateLanguage(parameterOf(request.headers, 'accept-language'))
    const language = isInterfaceLanguage(asked) ? asked : negotiated
    const today = application.settings.now ?? dayOf(application.clock)
    const reader: Reader = {
      language,
      interfaceLanguage: language,
      t: application.translate(language),
      today,
      now: null,
      ...personOf(request),
    }
    const { baseUrl } = application.settings
    const [network] = await listNetworks(callContext(application))
    const html = page({
      reader,
      assets: { ...application.assets, fonts: application.assets.fonts[language] ?? [] },
      title: reader.t('site.api.title'),
      description: reader.t('site.api.lead'),
      addresses: Object.fromEntries(
        interfaceLanguages.map((each) => [each, `${baseUrl}${path}?language=${each}`]),
      ),
      canonical: `${baseUrl}${path}`,
      account: <AccountLink path={path} />,
      children: <ApiPage operations={request.server.operations} network={network?.slug ?? null} />,
    })
    reply.header('vary', 'accept-language').header('cache-control', 'no-cache')
    return reply.type('text/html; charset=utf-8').send(html)
  })
}

import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { parameterOf, readPageRequest } from '../../platform/http/page-request.ts'
import { negotiateLanguage } from '../../platform/i18n/languages.ts'
import { listNetworks } from '../networks/index.ts'
import { drawSitePage } from './draw-site-page.tsx'
import { HomePage } from './views/home-page.tsx'

const kept = { parameters: ['now'], scope: () => '' }

export function addSiteRoutes(app: FastifyInstance, application: Application): void {
  app.get('/', async (request, reply) => {
    const language = negotiateLanguage(parameterOf(request.headers, 'accept-language'))
    return reply.header('vary', 'accept-language').header('cache-control', 'no-cache').redirect(`/${language}`, 302)
  })

  app.get('/:language', { config: { kept } }, async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    const networks = await listNetworks(context)
    return drawSitePage(application, reply, reader, {
      title: reader.t('ui.site.name'),
      description: reader.t('site.home.description'),
      path: '',
      children: <HomePage reader={reader} networks={networks} />,
    })
  })
}

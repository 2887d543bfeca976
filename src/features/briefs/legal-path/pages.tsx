import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { cachedByNetwork, renderNetworkPage } from '../../networks/index.ts'
import { typesetter } from '../drawing/drawing.ts'
import { paths } from '../paths.ts'
import { loadPathRequest, readParameters } from './frame.tsx'
import { LegalPathPage } from './legal-path-page.tsx'
import { renderPathSheets } from './path-sheet.ts'
import { pathTitle } from './path-words.ts'

/** The legal path of an act: the page where it is described and read, and its sheet as PDF. */
export function addLegalPathRoutes(app: FastifyInstance, application: Application): void {
  // There are more acts than a cache has room for.
  const kept = { ...cachedByNetwork(readParameters), scope: () => null }
  const pages = pagesOf(app, application, { config: { kept } })

  pages.get('/:language/:network/brief/legal-path', loadPathRequest, async (visit) => {
    const { reader, reply, network, form, path, address, isPicked } = visit
    if (isPicked) return reply.redirect(paths.legalPath(reader, network.slug, address))
    return renderNetworkPage(visit, {
      status: form.errors.length > 0 ? 400 : 200,
      title: path ? pathTitle(reader, path) : reader.t('briefs.path.title'),
      description: reader.t('briefs.path.lead'),
      path: '/brief/legal-path',
      width: 'wide',
      noindex: true,
      children: <LegalPathPage visit={visit} />,
    })
  })

  pages.get('/:language/:network/brief/legal-path.pdf', loadPathRequest, async (visit) => {
    const { reader, reply, network, path, tie, address } = visit
    if (path === null) return notFound('legal-path')
    const url = application.settings.baseUrl + paths.legalPath(reader, network.slug, address)
    const { bytes } = await typesetter.render('pdf', renderPathSheets(reader, { network, path, tie, url }))
    const name = [...path.sides.map(({ party }) => party.slug), path.on].join('-')
    return sendFile(reply.header('cache-control', 'no-cache'), `${name}.pdf`, bytes)
  })
}

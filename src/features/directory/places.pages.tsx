import type { FastifyInstance } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import type { Application } from '../../platform/http/application.ts'
import { limits } from '../../platform/http/limits.ts'
import { loadPageRequest } from '../../platform/http/page-request.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { readPoint } from '../../platform/input/point-input.ts'
import { notFound } from '../../platform/refusal.ts'
import { PointPicture } from '../../ui/map/point-picture.tsx'
import { boxOfView, readView } from '../../ui/map/point-view.ts'
import { directoryPath } from './paths.ts'
import { listPlacesWithin } from './queries.ts'

const config = { ...limits.maps.config, kept: { parameters: ['view', 'at', 'now'], scope: () => '' } }

// Of a great city and its suburbs only the city is named, so the query asks for more than are shown.
const mostPlaces = 80

/** The maps that forms let a person click on, with towns for orientation. */
export function addPlaceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config })
  pages.get(`/:language${directoryPath}/map.svg`, async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const asked = parameterOf(request.query, 'view') ?? ''
    const view = readView(asked)
    if (!view) return notFound(asked)
    const places = await listPlacesWithin(context, boxOfView(view), mostPlaces)
    const marks = places.map(({ name, ...place }) => {
      const { text, language } = chooseName(name, reader.language)
      return { ...place, name: text, language }
    })
    const [first = '', second = ''] = (parameterOf(request.query, 'at') ?? '').split(',')
    const { latitude, longitude } = readPoint(first, second)
    const at = latitude === null || longitude === null ? null : { latitude, longitude }
    return (
      reply
        .type('image/svg+xml; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        // The picture's own style follows the reader's light or dark theme; nothing else in it can run.
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .send(renderToString(<PointPicture view={view} at={at} marks={marks} />))
    )
  })
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { everything } from '../../platform/activity/activity.ts'
import { callContext } from '../../platform/http/api/call-context.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'
import { limits } from '../../platform/http/limits.ts'
import { loadPageRequest } from '../../platform/http/page-request.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { readPoint } from '../../platform/input/point-input.ts'
import { notFound } from '../../platform/refusal.ts'
import { PointPicture } from '../../ui/map/point-picture.tsx'
import { boxOfView, readView } from '../../ui/map/point-view.ts'
import { sitePage } from '../../ui/shell/site-page.tsx'
import { countryName } from './country-name.ts'
import { kindTitle } from './kind-name.ts'
import { isAuthorityKind, type OrganisationRef } from './organisation.ts'
import { directoryPath, organisationPath, parametersOf } from './paths.ts'
import { addPickingRoutes } from './picking/pages.tsx'
import { findOrganisation, listDatasets, listPlacesWithin, type OrganisationRecord } from './queries.ts'
import { listAncestors, listRelatives } from './relatives.queries.ts'
import { findAnswer } from './search.queries.ts'
import { type DirectorySearch, readDirectorySearch, searchParameters } from './search.schema.ts'
import { listInUse, listNetworksKnowing } from './uses.queries.ts'
import { listTitle } from './views/kind-list.tsx'
import { OrganisationPage } from './views/organisation-page.tsx'
import { SearchPage } from './views/search-page.tsx'

const kept = { parameters: searchParameters, scope: () => '' }
// The page of an organisation names the networks that know it.
const keptWithUses = { parameters: ['now'], scope: () => everything }

export function addDirectoryRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept } })
  addPickingRoutes(app, application)
  addPlaceRoutes(app, application)

  pages.get(`/:language${directoryPath}`, async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const search = readDirectorySearch(request.query)
    const [answer, datasets] = await Promise.all([
      findAnswer(context, search, reader.language === 'ko' && search.country === 'KR'),
      listDatasets(context),
    ])
    const loaded = datasets.map(({ name }) => name)
    const html = sitePage(application, reader, {
      title: searchTitle(reader, search),
      description: reader.t('directory.search.description'),
      path: directoryPath,
      parameters: { ...parametersOf(search) },
      // Searches are endless, so they are not indexed; lists of one kind are.
      noindex: search.text !== '' || search.on !== null || reader.now !== null,
      children: <SearchPage search={search} answer={answer} loaded={loaded} />,
    })
    return send(reply, html)
  })

  pages.with({ config: { kept: keptWithUses } }).get(`/:language${directoryPath}/:slug`, async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const slug = parameterOf(request.params, 'slug') ?? ''
    if (!/^[\w.-]{1,200}$/.test(slug)) notFound(slug)
    const organisation = await findOrganisation(context, slug)
    const [ancestors, relatives, uses] = await Promise.all([
      listAncestors(context, organisation.id),
      listRelatives(context, organisation.id),
      listNetworksKnowing(context, organisation.id, reader.now ?? application.settings.now),
    ])
    const addressOf = (other: string) =>
      `${application.settings.baseUrl}/${reader.language}${organisationPath(other)}`
    const html = sitePage(application, reader, {
      title: chooseName(organisation.name, reader.language).text,
      description: reader.t('directory.page.description', {
        kind: kindTitle(reader, organisation.kind),
        country: countryName(reader, organisation.country),
      }),
      path: organisationPath(slug),
      structuredData: structuredData(organisation, ancestors, addressOf),
      children: (
        <OrganisationPage
          organisation={organisation}
          ancestors={ancestors}
          relatives={relatives}
          uses={uses}
        />
      ),
    })
    return send(reply, html)
  })
}

/** The directory itself and the pages of the organisations that some network knows. */
export async function listDirectoryPages(application: Application): Promise<SitemapEntry[]> {
  const inUse = await listInUse(callContext(application))
  return [
    { path: directoryPath, changedAt: null },
    ...inUse.map(({ slug, updatedAt }) => ({ path: organisationPath(slug), changedAt: updatedAt })),
  ]
}

function send(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(html)
}

/** The title of a page of the directory in tabs and search engines. */
function searchTitle(reader: Reader, search: DirectorySearch): string {
  if (search.text !== '') return reader.t('directory.search.titleFor', { text: search.text })
  return search.kind === null ? reader.t('directory.search.title') : listTitle(reader, search)
}

const config = { ...limits.maps.config, kept: { parameters: ['view', 'at', 'now'], scope: () => '' } }

// Of a great city and its suburbs only the city is named, so the query asks for more than are shown.
const mostPlaces = 80

/** The maps that forms let a person click on, with towns for orientation. */
function addPlaceRoutes(app: FastifyInstance, application: Application): void {
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

/** An organisation in schema.org's words; `addressOf` gives the address of another one's page. */
function structuredData(
  organisation: OrganisationRecord,
  ancestors: OrganisationRef[],
  addressOf: (slug: string) => string,
): object {
  const { name, kind, latitude, longitude } = organisation
  const [above] = ancestors
  return {
    '@context': 'https://schema.org',
    '@type': typeOf(kind),
    '@id': addressOf(organisation.slug),
    url: addressOf(organisation.slug),
    name: Object.entries(name).map(([language, text]) => ({ '@language': language, '@value': text })),
    identifier: Object.entries(organisation.codes).map(([scheme, value]) => ({
      '@type': 'PropertyValue',
      propertyID: schemes[scheme] ?? scheme,
      value,
    })),
    ...(latitude === null || longitude === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(above ? { containedInPlace: { '@id': addressOf(above.slug) } } : {}),
    address: { '@type': 'PostalAddress', addressCountry: organisation.country },
  }
}

function typeOf(kind: string): string {
  return isAuthorityKind(kind) || kind === 'administrative_place'
    ? 'AdministrativeArea'
    : (types[kind] ?? 'Organization')
}

const types: Record<string, string> = {
  university: 'CollegeOrUniversity',
  school: 'School',
  museum: 'Museum',
  company: 'Corporation',
  ministry: 'GovernmentOrganization',
  embassy: 'GovernmentOrganization',
}

const schemes: Record<string, string> = {
  cog: 'INSEE COG',
  siren: 'SIREN',
  iso: 'ISO 3166-2',
  kr: 'KR administrative standard code',
  kr10: 'KR administrative standard code (10 digits)',
  geonames: 'GeoNames',
}

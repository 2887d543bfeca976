import type { FastifyInstance, FastifyReply } from 'fastify'
import { everything } from '../../platform/activity/activity.ts'
import { callContext } from '../../platform/http/api/call-context.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'
import { loadPageRequest } from '../../platform/http/page-request.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { notFound } from '../../platform/refusal.ts'
import { sitePage } from '../../ui/shell/site-page.tsx'
import { countryName } from './country-name.ts'
import { kindTitle } from './kind-name.ts'
import { directoryPath, organisationPath } from './paths.ts'
import { addPickingRoutes } from './picking/pages.tsx'
import { addPlaceRoutes } from './places.pages.tsx'
import { findOrganisation, listDatasets } from './queries.ts'
import { listAncestors, listRelatives } from './relatives.queries.ts'
import { findAnswer } from './search.queries.ts'
import { readDirectorySearch, searchParameters } from './search.schema.ts'
import { listInUse, listNetworksKnowing } from './uses.queries.ts'
import { OrganisationPage } from './views/organisation-page.tsx'
import { parametersOf } from './views/search-address.ts'
import { SearchPage } from './views/search-page.tsx'
import { searchTitle } from './views/search-title.ts'
import { structuredData } from './views/structured-data.ts'

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

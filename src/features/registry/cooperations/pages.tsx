import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { listRecordLinks } from '../../../platform/records/record-link.ts'
import { cachedByNetwork, loadNetworkRequest, type Network, renderNetworkPage } from '../../networks/index.ts'
import { renderPictures } from '../../pictures/index.ts'
import { listAwaited } from '../confirmations/queries.ts'
import { mayConfirm } from '../policy.ts'
import { type CooperationPageData, findCooperationPage } from './cooperation-page-data.ts'
import { addCooperationList } from './list.pages.tsx'
import { CooperationPage, cooperationTitle, holdersOf } from './views/cooperation-page.tsx'

export function addCooperationRoutes(app: FastifyInstance, application: Application): void {
  addCooperationList(app, application)
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get('/:language/:network/cooperations/:slug', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const data = await findCooperationPage(context, network.id, parameterOf(request.params, 'slug') ?? '')
    const title = cooperationTitle(reader, network, data.cooperation)
    const links = await listRecordLinks(application.recordLinks, {
      context,
      reader,
      network,
      kind: 'cooperation',
      record: data.cooperation,
    })
    const awaited =
      context.actor.kind === 'person'
        ? (await listAwaited(context, data.cooperation.id)).filter(({ id }) =>
            mayConfirm(context.actor, network.id, id),
          )
        : []
    const pictures = await renderPictures({
      context,
      reader,
      network,
      kind: { kind: 'cooperation', segment: 'cooperations' },
      record: { ...data.cooperation, organisationIds: holdersOf(data.cooperation.parties) },
    })
    return renderNetworkPage(visit, {
      title,
      description: chooseText(data.cooperation.summary, reader.language)?.text ?? title,
      path: `/cooperations/${data.cooperation.slug}`,
      structuredData: cooperationData(application.settings.baseUrl, reader, network, data, title),
      children: (
        <CooperationPage
          network={network}
          data={data}
          links={links}
          awaited={awaited}
          pictures={pictures}
          actor={context.actor}
        />
      ),
    })
  })
}

/** A cooperation for search engines: schema.org Project with its parties as members. */
function cooperationData(
  baseUrl: string,
  reader: Reader,
  network: Network,
  data: CooperationPageData,
  title: string,
): object {
  const { cooperation, details } = data
  const organisation = (each: { slug: string; name: Record<string, string> }) => ({
    '@type': 'Organization',
    name: chooseName(each.name, reader.language).text,
    url: `${baseUrl}/${reader.language}/${network.slug}/organisations/${each.slug}`,
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    name: title,
    url: `${baseUrl}/${reader.language}/${network.slug}/cooperations/${cooperation.slug}`,
    description: chooseText(cooperation.summary, reader.language)?.text,
    ...(cooperation.since ? { foundingDate: cooperation.since } : {}),
    member: cooperation.parties.filter((party) => party.capacity === 'party').map(organisation),
    ...(details.actors.length > 0 ? { contributor: details.actors.map(organisation) } : {}),
    keywords: cooperation.themes.map((theme) => reader.t(`networks.theme.${theme}`)).join(', '),
  }
}

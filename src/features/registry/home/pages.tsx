import type { FastifyInstance } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { listFirstSteps } from '../../../platform/http/first-step.ts'
import { renderParts } from '../../../platform/http/network-part.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { StatusLegend } from '../../../ui/tie/status-mark.tsx'
import type { TieStatus } from '../../../ui/tie/tie-status.ts'
import { cachedByNetwork, loadNetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { wholeRegistry } from '../cooperations/cooperation-filter.ts'
import { listCooperations } from '../cooperations/queries.ts'
import { CooperationMap, countriesOf, networkName } from '../cooperations/views/cooperation-map.tsx'
import { lookingAddress } from '../interests/looking-address.ts'
import { listLooking } from '../interests/queries.ts'
import { countFigures } from '../queries.ts'
import { ownSideFirst } from '../tie.ts'
import { findHome, mappedAtMost } from './home-data.ts'
import { NetworkHome } from './network-home.tsx'

export function addHomeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get('/:language/:network', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    const side = ownSideFirst(reader, network.countries)[0] === network.countries[0] ? 'first' : 'second'
    const call = { context, reader, network }
    const [data, steps, coming, looking, latest] = await Promise.all([
      findHome(context, network, side, application.partnerSearches),
      // A demonstration has what it is to show.
      network.opensOn === null
        ? listFirstSteps(application.firstSteps, {
            context,
            networkId: network.id,
            settings: application.settings,
          })
        : [],
      renderParts(application.networkParts, 'home.coming', call),
      renderParts(application.networkParts, 'home.looking', call),
      renderParts(application.networkParts, 'home.latest', call),
    ])
    return renderNetworkPage(visit, {
      title: networkName(reader, network),
      description: reader.t('registry.home.description', { countries: countriesOf(reader, network) }),
      path: '',
      width: 'wide',
      structuredData: {
        '@context': 'https://schema.org',
        '@type': 'Organization',
        name: networkName(reader, network),
        url: `${application.settings.baseUrl}/${reader.language}/${network.slug}`,
        description: chooseText(network.summary, reader.language)?.text,
      },
      children: (
        <NetworkHome
          network={network}
          data={data}
          steps={steps}
          lookingAt={lookingAddress(reader, network.slug, application.partnerSearches)}
          parts={{ coming, looking, latest }}
        />
      ),
    })
  })

  pages.get('/:language/:network/map', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    const [figures, rows, looking] = await Promise.all([
      countFigures(context, network.id, application.partnerSearches),
      listCooperations(context, network.id, wholeRegistry, { limit: mappedAtMost }),
      listLooking(context, network.id, application.partnerSearches, mappedAtMost),
    ])
    return renderNetworkPage(visit, {
      title: reader.t('registry.map.title'),
      description: reader.t('registry.map.description', { network: networkName(reader, network) }),
      path: '/map',
      width: 'wide',
      children: (
        <MapPage
          statuses={rows.map((row) => row.standing.status)}
          seeking={{ shown: looking.length, count: figures.seeking }}
          shown={rows.length}
          count={figures.cooperations + figures.beside}
        >
          <CooperationMap
            network={network}
            rows={rows}
            looking={looking}
            lookingAt={lookingAddress(reader, network.slug, application.partnerSearches)}
          />
        </MapPage>
      ),
    })
  })
}

interface MapPageProps {
  /** States of the ties that the map shows. */
  statuses: TieStatus[]
  /** How many authorities that look for a partner it shows, and of how many. */
  seeking: { shown: number; count: number }
  /** How many ties the map shows, and of how many. */
  shown: number
  count: number
  children: ComponentChildren
}

/** The map alone, with the meaning of its lines. */
function MapPage({ statuses, seeking, shown, count, children }: MapPageProps) {
  const reader = useReader()
  return (
    <>
      <PageHeading>{reader.t('registry.map.title')}</PageHeading>
      <StatusLegend statuses={statuses} seeking={seeking.shown > 0} />
      {children}
      {count > shown ? <p class="quiet">{reader.t('registry.home.mappedFirst', { shown, count })}</p> : null}
      {seeking.count > seeking.shown ? (
        <p class="quiet">{reader.t('registry.home.lookingFirst', seeking)}</p>
      ) : null}
    </>
  )
}

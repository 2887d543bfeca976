import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { drawNetworkPage, keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { eventParameters, readFilter, spans } from '../list/filter.ts'
import { findEventChoices } from '../list/queries.ts'
import { filterParameters } from '../list/views/event-filters.tsx'
import { paths } from '../paths.ts'
import { AgendaHead } from '../views/agenda-head.tsx'
import { listEventPlaces } from './queries.ts'
import { PlacesMap } from './views/map-page.tsx'

/** Where the events of the agenda take place. */
export function addPlaceRoutes(app: FastifyInstance, application: Application): void {
  app.get(
    '/:language/:network/agenda/map',
    { config: { kept: keptByNetwork(eventParameters) } },
    async (request, reply) => {
      const asked = await readNetworkRequest(application, request)
      const { context, reader, network } = asked
      const filter = readFilter(request.query)
      const [places, choices] = await Promise.all([
        listEventPlaces(context, network.id, filter),
        findEventChoices(context, network.id),
      ])
      const title = reader.t('agenda.map.title')
      return drawNetworkPage(application, request, reply, asked, {
        title,
        description: reader.t('agenda.map.lead'),
        path: '/agenda/map',
        searched: filter.text,
        width: 'wide',
        children: (
          <>
            <AgendaHead
              reader={reader}
              network={network}
              filter={filter}
              choices={choices}
              view="map"
              title={title}
              lead={<p>{reader.t('agenda.map.lead')}</p>}
            />
            <Tabs
              reader={reader}
              label={reader.t('agenda.list.spans')}
              tabs={spans.map((span) => ({
                label: reader.t(`agenda.span.${span}`),
                href: paths.view(reader, network.slug, 'map', { ...filterParameters(filter), when: span }),
                current: span === filter.span,
              }))}
            />
            <PlacesMap reader={reader} network={network} filter={filter} places={places} />
          </>
        ),
      })
    },
  )
}

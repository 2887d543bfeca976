import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { eventParameters, readFilter, spans } from '../list/filter.ts'
import { filterParameters } from '../list/views/event-filters.tsx'
import { drawAgendaView } from '../page.tsx'
import { paths } from '../paths.ts'
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
      const places = await listEventPlaces(context, network.id, filter)
      return drawAgendaView(application, request, reply, asked, {
        view: 'map',
        filter,
        title: reader.t('agenda.map.title'),
        lead: reader.t('agenda.map.lead'),
        children: (
          <>
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

import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(eventParameters) } })
  pages.get('/:language/:network/agenda/map', readNetworkRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const filter = readFilter(request.query)
    const places = await listEventPlaces(context, network.id, filter)
    return drawAgendaView(asked, {
      view: 'map',
      filter,
      title: reader.t('agenda.map.title'),
      lead: reader.t('agenda.map.lead'),
      children: (
        <>
          <Tabs
            label={reader.t('agenda.list.spans')}
            tabs={spans.map((span) => ({
              label: reader.t(`agenda.span.${span}`),
              href: paths.view(reader, network.slug, 'map', { ...filterParameters(filter), when: span }),
              current: span === filter.span,
            }))}
          />
          <PlacesMap network={network} filter={filter} places={places} />
        </>
      ),
    })
  })
}

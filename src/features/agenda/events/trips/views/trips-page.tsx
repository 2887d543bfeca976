import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { keptHtml } from '../../../../../ui/kept-html.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { byOwnSide } from '../../../../directory/index.ts'
import type { EventsWithin } from '../../calendar/queries.ts'
import type { EventFilter } from '../../list/filter.ts'
import { viewParameters } from '../../list/views/event-filters.tsx'
import { paths } from '../../paths.ts'
import { tripGroups, type Years } from '../trip-groups.ts'
import { TripsTable } from './trips-table.tsx'

interface TripsProps {
  network: { slug: string; countries: readonly string[] }
  filter: EventFilter
  years: Years
  within: EventsWithin
  caption: string
}

/** The trips of some years; drawn once for as long as nothing changes. */
export function Trips(props: TripsProps) {
  const reader = useReader()
  const { network, years, within, filter } = props
  const under = JSON.stringify([reader.language, reader.today, reader.now, network.slug, years, filter])
  // What is put in was drawn from vnodes: every text in it is escaped.
  const __html = keptHtml(within, under, () => <Drawn {...props} />)
  return <div class="trips-page" dangerouslySetInnerHTML={{ __html }} />
}

function Drawn({ network, filter, years, within, caption }: TripsProps) {
  const reader = useReader()
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const groups = tripGroups(within.events, years, countries)
  return (
    <>
      {within.isCut ? (
        <p class="attention">{t('agenda.calendar.cut', { count: within.events.length })}</p>
      ) : null}
      {groups.length === 0 ? (
        <EmptyState
          title={t('agenda.missions.empty')}
          why={t('agenda.missions.emptyWhy')}
          next={
            <a href={paths.view(reader, network.slug, 'list', { when: 'all' })}>
              {t('agenda.list.emptyAll')}
            </a>
          }
        />
      ) : (
        <TripsTable
          network={network.slug}
          countries={countries}
          years={years}
          groups={groups}
          caption={caption}
        />
      )}
      <p class="quiet month-undated">
        <a href={paths.view(reader, network.slug, 'list', { ...viewParameters(filter), when: 'all' })}>
          {t('agenda.calendar.undated')}
        </a>
      </p>
    </>
  )
}

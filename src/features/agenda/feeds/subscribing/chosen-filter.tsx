import { useReader } from '../../../../ui/reader.tsx'
import type { Network } from '../../../networks/index.ts'
import { activeFilters, filterParameters } from '../../events/list/event-filters.tsx'
import type { EventFilter } from '../../events/list/filter.ts'
import { paths } from '../../events/paths.ts'

interface ChosenFilterProps {
  network: Network
  filter: EventFilter
}

/** By what the agenda is narrowed, and the way to narrow it otherwise. */
export function ChosenFilter({ network, filter }: ChosenFilterProps) {
  const reader = useReader()
  const { t } = reader
  const active = activeFilters(reader, network, filter)
  const href = paths.agenda(reader, network.slug, { ...filterParameters(filter), when: filter.span })
  return (
    <p>
      {active.length === 0
        ? t('agenda.subscribe.everything')
        : `${t('agenda.subscribe.only')} ${active.map(({ label, value }) => `${label} – ${value}`).join(' · ')}`}{' '}
      <a href={href}>{t('agenda.subscribe.narrow')}</a>
    </p>
  )
}

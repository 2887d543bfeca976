import { useReader } from '../../../../ui/reader.tsx'
import type { Network } from '../../../networks/index.ts'
import { type EventFilter, spanParameters } from '../../events/list/event-filter.ts'
import { filterWords } from '../../events/list/event-filters.tsx'
import { paths } from '../../events/paths.ts'

interface ChosenFilterProps {
  network: Network
  filter: EventFilter
}

/** The filter of the agenda, with a link to change it. */
export function ChosenFilter({ network, filter }: ChosenFilterProps) {
  const reader = useReader()
  const { t } = reader
  const words = filterWords(reader, filter)
  return (
    <p>
      {words.length === 0
        ? t('agenda.subscribe.everything')
        : `${t('agenda.subscribe.only')} ${words.join(' · ')}`}{' '}
      <a href={paths.agenda(reader, network.slug, spanParameters(filter))}>{t('agenda.subscribe.narrow')}</a>
    </p>
  )
}

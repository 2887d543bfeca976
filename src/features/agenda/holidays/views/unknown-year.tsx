import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import { knownPeriod } from '../known-period.ts'

/** Says of which years holidays are told, to whoever asks for another. */
export function UnknownYear({ network }: { network: string }) {
  const reader = useReader()
  const [first = '', last = ''] = [knownPeriod.from, knownPeriod.to].map((day) => day.slice(0, 4))
  return (
    <>
      <PageHeading>{reader.t('agenda.holidays.all')}</PageHeading>
      <EmptyState
        title={reader.t('agenda.holidays.unknownYear')}
        why={reader.t('agenda.holidays.knownYears', { first, last })}
        next={<a href={paths.holidays(reader, network)}>{reader.t('agenda.holidays.thisYear')}</a>}
      />
    </>
  )
}

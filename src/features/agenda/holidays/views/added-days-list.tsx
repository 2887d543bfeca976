import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { daysInWords } from '../../planning/day-words.ts'
import type { AddedDays } from '../queries.ts'

interface AddedDaysListProps {
  network: Network
  added: readonly AddedDays[]
  mayKeep: boolean
}

/** What a network added to the calendars of its countries; those in charge add days and take them back. */
export function AddedDaysList({ network, added, mayKeep }: AddedDaysListProps) {
  const reader = useReader()
  const { t } = reader
  const add = mayKeep ? (
    <a class="button" href={paths.newHoliday(reader, network.slug)}>
      {t('agenda.added.add')}
    </a>
  ) : null
  if (added.length === 0)
    return <EmptyState title={t('agenda.added.emptyTitle')} why={t('agenda.added.emptyWhy')} next={add} />
  return (
    <>
      <ul class="entries">
        {added.map((days) => (
          <li key={days.id}>
            <p>
              <time datetime={days.from}>{daysInWords(reader, days.from, days.to)}</time>{' '}
              <Name name={days.name} own={languageOf(days.country)} />
            </p>
            <p class="entry-meta">
              {countryName(reader, days.country)} ·{' '}
              {t(days.closesOffices ? 'agenda.added.closes' : 'agenda.holiday.open')} · {days.source}
            </p>
            {mayKeep ? (
              <form method="post" action={paths.withdrawHoliday(reader, network.slug, days.id)}>
                <button class="link-button" type="submit">
                  {t('agenda.added.withdraw')}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {add ? <p class="form-end">{add}</p> : null}
    </>
  )
}

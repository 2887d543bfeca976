import { describeDate } from '../../../platform/dates/index.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { byOwnSide, countryName } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { daysInWords, weekdayInWords } from '../planning/day-words.ts'
import { daysFrom, isBridge, type Side } from '../planning/side.ts'
import { type Holiday, knownPeriod } from './holiday.ts'
import type { AddedDays } from './queries.ts'
import { namesOfRegions } from './region-names.ts'

interface HolidaysPageProps {
  network: Network
  year: number
  days: CalendarDay[]
  added: readonly AddedDays[]
  mayKeep: boolean
}

/** The special days of a year in all countries of a network, side by side. */
export function HolidaysPage({ network, year, days, added, mayKeep }: HolidaysPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        lead={
          <p>{t('agenda.holidays.lead', { day: describeDate(reader.today, reader.interfaceLanguage) })}</p>
        }
        actions={
          <>
            <a class="button" href={paths.checkDate(reader, network.slug)}>
              {t('agenda.check.title')}
            </a>
            <PrintButton />
          </>
        }
      >
        {t('agenda.holidays.title', { year: String(year) })}
      </PageHeading>
      <YearSteps network={network.slug} year={year} />
      {days.length === 0 ? (
        <EmptyState title={t('agenda.holidays.emptyTitle')} why={t('agenda.holidays.emptyWhy')} />
      ) : (
        <DataTable
          caption={t('agenda.holidays.caption', { year: String(year) })}
          captionHidden
          rows={days}
          rowKey={({ day }) => day}
          columns={[
            {
              key: 'day',
              label: t('agenda.holidays.day'),
              header: true,
              cell: ({ day }) => <time datetime={day}>{weekdayInWords(reader, day)}</time>,
            },
            ...byOwnSide(reader, network.countries).map((country) => ({
              key: country,
              label: countryName(reader, country),
              wide: true,
              cell: (day: CalendarDay) => <DayCell country={country} day={day} />,
            })),
          ]}
        />
      )}
      <Section id="added" title={t('agenda.added.title')}>
        <AddedDaysList network={network} added={added} mayKeep={mayKeep} />
      </Section>
    </>
  )
}

function DayCell({ country, day }: { country: string; day: CalendarDay }) {
  const reader = useReader()
  const side = day.sides.find((each) => each.country === country)
  if (!side || (side.holidays.length === 0 && !side.isBridge)) return null
  return (
    <div>
      {side.holidays.map((holiday) => (
        <HolidayEntry key={`${holiday.kind} ${holiday.name.en}`} holiday={holiday} />
      ))}
      {side.isBridge ? <span class="quiet">{reader.t('agenda.kind.bridge')}</span> : null}
    </div>
  )
}

function HolidayEntry({ holiday }: { holiday: Holiday }) {
  const reader = useReader()
  const { t } = reader
  const places = namesOfRegions(holiday.country, holiday.regions ?? []).map(
    (place) => chooseName(place, reader.language).text,
  )
  return (
    <div class="holiday">
      <Name name={holiday.name} own={languageOf(holiday.country)} />{' '}
      <span class="tag">{t(`agenda.kind.${holiday.kind}`)}</span>{' '}
      {holiday.isProjected ? <span class="tag">{t('agenda.holiday.projected')}</span> : null}{' '}
      {holiday.isChecked || holiday.kind === 'added' ? null : (
        <span class="tag">{t('agenda.holiday.unchecked')}</span>
      )}
      <span class="cell-note">
        {places.length > 0 ? `${t('agenda.holiday.places', { places: places.join(', ') })} · ` : null}
        {holiday.isDayOff ? null : `${t('agenda.holiday.open')} · `}
        {isOfNote(holiday.knownOn)
          ? `${t('agenda.holiday.knownOn', { day: describeDate(holiday.knownOn, reader.interfaceLanguage) })} · `
          : null}
        <SourceWords holiday={holiday} />
      </span>
    </div>
  )
}

// What was always known before the first day of the period needs no date.
function isOfNote(knownOn: string | null): knownOn is string {
  return knownOn !== null && knownOn >= knownPeriod.from
}

function SourceWords({ holiday: { source, country, kind, isChecked } }: { holiday: Holiday }) {
  const language = isChecked && kind !== 'added' ? languageOf(country) : undefined
  if (source.url === null) return <span lang={language}>{source.title}</span>
  return (
    <a href={source.url} lang={language} rel="noreferrer">
      {source.title}
    </a>
  )
}

interface YearStepsProps {
  network: string
  year: number
}

/** The year before, this one and the next, where their holidays are known. */
function YearSteps({ network, year }: YearStepsProps) {
  const reader = useReader()
  const [first, last] = [knownPeriod.from, knownPeriod.to].map((day) => Number(day.slice(0, 4)))
  const years = [year - 1, year, year + 1].filter((each) => each >= (first ?? each) && each <= (last ?? each))
  return (
    <Tabs
      label={reader.t('agenda.holidays.years')}
      tabs={years.map((each) => ({
        label: String(each),
        href: paths.holidays(reader, network, each),
        current: each === year,
      }))}
    />
  )
}

interface AddedDaysListProps {
  network: Network
  added: readonly AddedDays[]
  mayKeep: boolean
}

/** The days that a network added to the calendars of its countries; coordinators add and withdraw them. */
function AddedDaysList({ network, added, mayKeep }: AddedDaysListProps) {
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

/** A day that is special on one side at least, with what it is on each. */
interface CalendarDay {
  day: string
  sides: { country: string; holidays: readonly Holiday[]; isBridge: boolean }[]
}

/** The special days of a year on all sides, side by side. */
export function calendarYear(sides: readonly Side[], year: number): CalendarDay[] {
  return daysFrom(`${year}-01-01`, `${year}-12-31`)
    .map((day) => ({
      day,
      sides: sides.map((side) => ({
        country: side.country,
        holidays: side.holidays.get(day) ?? [],
        isBridge: isBridge(side, day),
      })),
    }))
    .filter(({ sides: each }) => each.some((side) => side.holidays.length > 0 || side.isBridge))
}

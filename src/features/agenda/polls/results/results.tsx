import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Assessment } from '../../planning/planned-date.ts'
import { gradeWords } from '../../planning/warning-words.ts'
import { optionWords } from '../option-words.ts'
import type { Poll, PollOption } from '../poll.ts'
import { ableOf, bestForAllSides, bestOf, type Counts, type OptionTally } from '../tally.ts'
import { OptionDate } from '../views/option-date.tsx'

export interface ResultsProps {
  /** Whose clocks and sides, in this order. */
  countries: readonly string[]
  poll: Poll
  tallies: readonly OptionTally[]
  assessments: ReadonlyMap<string, Assessment>
  answered: number
  /** The address for choosing a date; null if the reader may not choose now. */
  takeAddress: ((optionId: string) => string) | null
}

/** The counts of the dates: which is best by the rule, whether one side would be outvoted, and the counts of every side. */
export function Results(props: ResultsProps) {
  const reader = useReader()
  const { answered } = props
  const { t } = reader
  if (answered === 0) return <p>{t('agenda.poll.noAnswers')}</p>
  return (
    <>
      <Best {...props} />
      <CountTable {...props} />
      <p class="quiet">{t('agenda.poll.rule')}</p>
    </>
  )
}

function Best({ countries, poll, tallies }: ResultsProps) {
  const reader = useReader()
  const { t } = reader
  const best = bestOf(tallies)
  const fair = bestForAllSides(tallies)
  const words = (chosen: readonly OptionTally[]) =>
    chosen.flatMap(({ optionId }) => {
      const option = poll.options.find(({ id }) => id === optionId)
      return option ? [optionWords(reader, countries, option)] : []
    })
  if (best.length === 0) return <Notice>{t('agenda.poll.nobodyCan')}</Notice>
  const outvoted = [...new Set(best.flatMap((each) => each.outvoted))]
  return (
    <Notice kind={outvoted.length > 0 ? 'warning' : 'information'}>
      <p>
        <strong>{t('agenda.poll.best', { count: best.length })}</strong>
      </p>
      <DateList dates={words(best)} />
      {outvoted.map((country) => (
        <p key={country}>
          {t('agenda.poll.outvoted', { country: countryName(reader, country), code: country })}
        </p>
      ))}
      {outvoted.length > 0 ? (
        <p>{t(fair.length === 0 ? 'agenda.poll.noneForAll' : 'agenda.poll.bestForAll')}</p>
      ) : null}
      {outvoted.length > 0 && fair.length > 0 ? <DateList dates={words(fair)} /> : null}
    </Notice>
  )
}

function DateList({ dates }: { dates: readonly string[] }) {
  return (
    <ul>
      {dates.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  )
}

interface Row {
  option: PollOption
  tally: OptionTally
}

function CountTable(props: ResultsProps) {
  const reader = useReader()
  const { countries, poll, tallies, assessments, takeAddress } = props
  const { t } = reader
  const rows: Row[] = poll.options.flatMap((option) => {
    const tally = tallies.find(({ optionId }) => optionId === option.id)
    return tally ? [{ option, tally }] : []
  })
  const best = new Set(bestOf(tallies).map(({ optionId }) => optionId))
  const columns: Column<Row>[] = [
    {
      key: 'date',
      label: t('agenda.poll.dateColumn'),
      header: true,
      wide: true,
      cell: ({ option }) => {
        const assessment = assessments.get(option.id)
        return (
          <>
            <OptionDate countries={countries} option={option} />
            {assessment ? (
              <span class="quiet poll-line">{gradeWords(reader, countries, assessment)}</span>
            ) : null}
            {best.has(option.id) ? <span class="tag">{t('agenda.poll.isBest')}</span> : null}
            {poll.taken?.optionId === option.id ? <span class="tag">{t('agenda.poll.isTaken')}</span> : null}
          </>
        )
      },
    },
    ...countries.map((country) => ({
      key: country,
      label: countryName(reader, country),
      cell: ({ tally }: Row) => {
        const side = tally.sides.find((each) => each.country === country)
        if (!side || side.answered === 0) return t('agenda.poll.sideSilent')
        return countWords(reader, side)
      },
    })),
    { key: 'all', label: t('agenda.poll.all'), cell: ({ tally }) => countWords(reader, tally.all) },
  ]
  if (takeAddress)
    columns.push({
      key: 'take',
      label: t('agenda.poll.takeColumn'),
      cell: ({ option, tally }) => (
        <a class={ableOf(tally.all) > 0 ? 'button' : undefined} href={takeAddress(option.id)}>
          {t('agenda.poll.take')}
          <span class="visually-hidden"> ({optionWords(reader, countries, option)})</span>
        </a>
      ),
    })
  return (
    <DataTable
      caption={t('agenda.poll.results')}
      captionHidden
      rows={rows}
      rowKey={({ option }) => option.id}
      columns={columns}
    />
  )
}

// Keeps a figure beside its word.
function countWords({ t }: Reader, counts: Counts): string {
  const words = t('agenda.poll.counts', { yes: counts.yes, need: counts.if_need_be, no: counts.no })
  return words
    .split(' · ')
    .map((each) => each.replaceAll(' ', '\u00a0'))
    .join(' · ')
}

import { calendarRemarkWords } from '../../../../platform/calendar/calendar-words.ts'
import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../paths.ts'
import { outcomes, writingOutcomes } from '../plan/outcome.ts'
import { stateOf } from '../records/calendar.ts'
import type { EntryCounts, ListedEntry } from '../records/entries/queries.ts'
import type { ImportedCalendar } from '../records/queries.ts'
import { ResultPart } from './result-part.tsx'
import { SubscriptionPart } from './subscription-part.tsx'
import { WaitingPart } from './waiting-part.tsx'

export interface CalendarPageProps {
  network: Network
  calendar: ImportedCalendar
  counts: EntryCounts
  /** A page of those that wait to be accepted, and which page it is. */
  waiting: ListedEntry[]
  page: number
  pages: number
  left: ListedEntry[]
  applied: ListedEntry[]
}

/** One calendar: what it says, what of it is to be accepted, what came of it. */
export function CalendarPage(props: CalendarPageProps) {
  const reader = useReader()
  const { network, calendar, counts } = props
  const { t } = reader
  const state = stateOf(calendar)
  const isWorking = calendar.waitsFor !== null
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('imports.calendar.title'), href: paths.list(reader, network.slug) }]}
        current={calendar.title}
      />
      <PageHeading
        kicker={[calendar.fileName ?? hostOf(calendar), t(`imports.calendar.state.${state}`)].join(' · ')}
      >
        {calendar.title}
      </PageHeading>
      {isWorking ? <Work calendar={calendar} /> : null}
      {calendar.kind === 'subscription' ? <SubscriptionPart {...props} /> : <Summary counts={counts} />}
      {isWorking || calendar.kind === 'subscription' ? null : <WaitingPart {...props} />}
      <ResultPart {...props} isWorking={isWorking} />
      <Remarks calendar={calendar} />
    </>
  )
}

function hostOf({ address }: ImportedCalendar): string {
  return address === null ? '' : (URL.parse(address)?.hostname ?? '')
}

function Work({ calendar }: { calendar: ImportedCalendar }) {
  const { t } = useReader()
  const { rowsDone: done, rowsTotal: total, waitsFor } = calendar
  return (
    <Notice live>
      <p>
        {waitsFor === 'import'
          ? t('imports.calendar.writing', { done, total })
          : t('imports.calendar.returning', { done })}
      </p>
      {waitsFor === 'import' && total > 0 ? (
        <progress max={total} value={done} aria-label={t('imports.calendar.state.importWaits')} />
      ) : null}
      <p>{t('imports.work.reloads')}</p>
    </Notice>
  )
}

function Summary({ counts }: { counts: EntryCounts }) {
  const { t } = useReader()
  const shown = outcomes.filter((outcome) => counts.waiting[outcome] > 0)
  if (shown.length === 0) return null
  const isNothing = shown.every((outcome) => !writingOutcomes.includes(outcome))
  return (
    <Section id="summary" title={t('imports.calendar.summary')}>
      <ul class="import-counts">
        {shown.map((outcome) => (
          <li key={outcome}>
            {t('imports.calendar.counted', {
              what: t(`imports.calendar.outcome.${outcome}`),
              count: counts.waiting[outcome],
            })}
          </li>
        ))}
      </ul>
      {isNothing && counts.applied === 0 ? <p>{t('imports.calendar.nothing')}</p> : null}
    </Section>
  )
}

function Remarks({ calendar: { remarks } }: { calendar: ImportedCalendar }) {
  const reader = useReader()
  if (remarks.length === 0) return null
  return (
    <Section id="remarks" title={reader.t('imports.calendar.remarks')}>
      <ul>
        {remarks.map((remark) => {
          const words = calendarRemarkWords(reader.t, remark)
          return <li key={`${remark.code} ${words}`}>{words}</li>
        })}
      </ul>
    </Section>
  )
}

import { calendarRemarkWords } from '../../../../platform/calendar/calendar-words.ts'
import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { keptTroubleWords, outcomes, writingOutcomes } from '../outcome.ts'
import { paths } from '../paths.ts'
import { stateOf } from '../records/calendar.ts'
import type { EntryCounts, ListedEntry } from '../records/entries.queries.ts'
import type { ImportedCalendar } from '../records/queries.ts'
import { entryDateWords, entryTitle } from './entry-words.ts'
import { WaitingPart, type WaitingPartProps } from './waiting-part.tsx'

export interface CalendarPageProps extends WaitingPartProps {
  applied: ListedEntry[]
}

/** One calendar: its entries, those to be accepted, and what it brought. */
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

type ResultPartProps = Pick<CalendarPageProps, 'network' | 'calendar' | 'counts' | 'applied'> & {
  isWorking: boolean
}

/** What a calendar brought, and the form to take it back. */
function ResultPart({ network, calendar, counts, applied, isWorking }: ResultPartProps) {
  const reader = useReader()
  const { t } = reader
  const isImport = calendar.kind !== 'subscription'
  const button = (part: string, label: string) => (
    <form method="post" action={paths.part(reader, network.slug, calendar.id, part)}>
      <p class="actions">
        <button type="submit" class="button">
          {label}
        </button>
      </p>
    </form>
  )
  if (counts.applied === 0)
    return isImport && !isWorking ? button('removal', t('imports.calendar.forget')) : null
  return (
    <Section id="result" title={t('imports.calendar.result')}>
      <p>{t('imports.calendar.done', { count: counts.applied })}</p>
      <ul>
        {applied.map(({ position, document, slug }) => {
          const { text, lang } = entryTitle(reader, document)
          return (
            <li key={position}>
              {slug === null ? (
                <span lang={lang}>{text}</span>
              ) : (
                <a href={paths.event(reader, network.slug, slug)} lang={lang}>
                  {text}
                </a>
              )}{' '}
              – {entryDateWords(reader, network.countries, document)}
            </li>
          )
        })}
      </ul>
      {isImport && !isWorking ? (
        <>
          <p>{t('imports.calendar.returnLead')}</p>
          {button('return', t('imports.calendar.return'))}
        </>
      ) : null}
    </Section>
  )
}

/** The state of a followed calendar: when it was read, what changed, why it failed, and how to pause or end it. */
function SubscriptionPart({ network, calendar }: Pick<CalendarPageProps, 'network' | 'calendar'>) {
  const reader = useReader()
  const { t } = reader
  const moment = (at: Date | null) =>
    at === null ? t('imports.calendar.subscription.never') : <Moment at={at} />
  const { changes } = calendar
  const changed =
    changes === null
      ? []
      : [...outcomes, 'removed' as const].filter((each) => isTold(each) && (changes[each] ?? 0) > 0)
  const button = (part: string, label: string, fields: Record<string, string> = {}) => (
    <form method="post" action={paths.part(reader, network.slug, calendar.id, part)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="button">
        {label}
      </button>
    </form>
  )
  return (
    <Section id="subscription" title={t('imports.calendar.subscription')}>
      {calendar.trouble === null ? null : (
        <Notice kind="warning">
          <p>{t('imports.calendar.subscription.failed', { count: calendar.failures })}</p>
          <p>{keptTroubleWords(t, calendar.trouble, calendar.troubleDetail)}</p>
        </Notice>
      )}
      <p>{t('imports.calendar.subscription.rule')}</p>
      <FactList
        facts={[
          {
            term: t('imports.calendar.column.from'),
            detail: <span class="calendar-address">{calendar.address}</span>,
          },
          { term: t('imports.calendar.subscription.last'), detail: moment(calendar.succeededAt) },
          ...(calendar.pausedAt === null
            ? [{ term: t('imports.calendar.subscription.next'), detail: moment(calendar.nextFetchAt) }]
            : []),
          {
            term: t('imports.calendar.subscription.changed'),
            detail: (
              <>
                {moment(calendar.changedAt)}
                {changed.map((each) => (
                  <div key={each}>
                    {t('imports.calendar.counted', {
                      what:
                        each === 'added'
                          ? t('imports.calendar.cameIn')
                          : t(`imports.calendar.outcome.${each}`),
                      count: changes?.[each] ?? 0,
                    })}
                  </div>
                ))}
              </>
            ),
          },
        ]}
      />
      {calendar.waitsFor === null ? (
        <>
          <div class="calendar-actions">
            {calendar.pausedAt === null ? button('fetch', t('imports.calendar.subscription.fetch')) : null}
            {calendar.pausedAt === null
              ? button('pause', t('imports.calendar.subscription.pause'), { paused: '1' })
              : button('pause', t('imports.calendar.subscription.resume'), { paused: '0' })}
          </div>
          <h3>{t('imports.calendar.subscription.end')}</h3>
          <div class="calendar-actions">
            {button('end', t('imports.calendar.subscription.endKeep'), { events: 'keep' })}
            {button('end', t('imports.calendar.subscription.endRemove'), { events: 'remove' })}
          </div>
        </>
      ) : null}
    </Section>
  )
}

function isTold(outcome: string): boolean {
  return outcome !== 'same'
}

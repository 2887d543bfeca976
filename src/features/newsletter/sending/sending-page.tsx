import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../../platform/i18n/languages.ts'
import { Figures } from '../../../ui/blocks/figures.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { countryName } from '../../directory/index.ts'
import { CountsSection } from '../counting/counts-section.tsx'
import type { Count } from '../counting/queries.ts'
import { paths as issuePaths } from '../issues/paths.ts'
import { frequencies } from '../subscribers/subscription.ts'
import type { Forecast } from './forecast/forecast.ts'
import { MorningTable } from './forecast/forecast-tables.tsx'
import { paths } from './paths.ts'
import {
  countOf,
  type Outcome,
  outcomes,
  type Sending,
  type SendingReport,
  sendingTitle,
  stateOf,
  sumBy,
} from './sending.ts'
import { stepsOf } from './steering/step.ts'

interface SendingPageProps {
  network: string
  sending: Sending
  report: SendingReport
  /** Who will get it, until its readers are fixed; null for a cancelled one. */
  forecast: Forecast | null
  /** Openings and clicks of a digest, which has no page of its own. */
  counts: readonly Count[]
  hasServer: boolean
  mayKnowReaders: boolean
  done: 'ordered' | 'pause' | 'resume' | 'cancel' | 'again' | 'late' | null
}

/** A sending: what has left, what waits and what did not arrive, and what a coordinator can do. */
export function SendingPage(props: SendingPageProps) {
  const reader = useReader()
  const { network, sending, report, forecast, done } = props
  const { t } = reader
  const state = stateOf(sending)
  const isHeldBack = sending.isWithdrawn && (state === 'scheduled' || state === 'paused')
  const isOpen = state !== 'done' && state !== 'cancelled'
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network)}>{t('newsletter.sending.list')}</a>}
        lead={t(`newsletter.sending.stateLead.${isHeldBack ? 'withdrawn' : state}`)}
        actions={
          sending.issueNumber === null ? undefined : (
            <a href={issuePaths.issue(reader, network, sending.issueNumber)}>
              {t('newsletter.sending.read')}
            </a>
          )
        }
      >
        {sendingTitle(reader, sending)} <span class="tag">{t(`newsletter.sending.state.${state}`)}</span>
      </PageHeading>
      {done ? (
        <Notice kind={done === 'late' ? 'warning' : 'done'} live>
          {t(`newsletter.sending.did.${done}`)}
        </Notice>
      ) : null}
      {isOpen && !props.hasServer ? <NoServer /> : null}
      {sending.trouble === null ? null : (
        <Notice kind="warning">
          <p>{t(`newsletter.sending.trouble.${sending.trouble}`)}</p>
          {sending.troubleDetail === '' ? null : <p lang="en">{sending.troubleDetail}</p>}
        </Notice>
      )}
      <Steps {...props} />
      {forecast ? (
        <Section id="forecast" title={t('newsletter.sending.forecast')}>
          <p>
            {t('newsletter.sending.fixedAt')} <Moment at={sending.prepareAt} />
          </p>
          <MorningTable forecast={forecast} />
        </Section>
      ) : sending.preparedAt === null ? null : (
        <Became {...props} />
      )}
      {report.counts.length > 0 ? <ReportTables report={report} /> : null}
      <CountsSection counts={props.counts} />
    </>
  )
}

function Steps({ network, sending }: SendingPageProps) {
  const reader = useReader()
  const steps = stepsOf(sending)
  if (steps.length === 0) return null
  return (
    <p class="actions">
      {steps.map((step) => (
        <a key={step} class="button" href={paths.step(reader, network, sending.id, step)}>
          {reader.t(`newsletter.sending.step.${step}`)}
        </a>
      ))}
    </p>
  )
}

function Became({ network, sending, report, mayKnowReaders }: SendingPageProps) {
  const reader = useReader()
  const { t } = reader
  const isKnown = mayKnowReaders && sending.report === null
  const { firstAt, lastAt } = report
  return (
    <Section id="outcomes" title={t('newsletter.sending.became')}>
      <Figures
        figures={outcomes
          .map((outcome) => ({
            value: countOf(report, outcome),
            label: t(`newsletter.sending.outcome.${outcome}`, { count: countOf(report, outcome) }),
            href: isKnown ? paths.readers(reader, network, sending.id, { outcome }) : undefined,
          }))
          .filter(({ value }) => value > 0)}
      />
      {firstAt && lastAt ? (
        <p>
          {t('newsletter.sending.firstAt')} <Moment at={new Date(firstAt)} /> {t('newsletter.sending.lastAt')}{' '}
          <Moment at={new Date(lastAt)} />
        </p>
      ) : null}
      {report.firstAt === null ? null : (
        <p>{t('newsletter.sending.leftAfter', { count: report.leftAfter })}</p>
      )}
      {isKnown ? (
        <p>
          <a href={paths.readers(reader, network, sending.id)}>{t('newsletter.sending.readers')}</a>
        </p>
      ) : null}
      {sending.report === null ? null : <p>{t('newsletter.sending.forgotten')}</p>}
    </Section>
  )
}

interface ReportTablesProps {
  report: SendingReport
}

interface Sum {
  key: string
  counts: readonly { outcome: Outcome; count: number }[]
}

/** The outcome of a sending by country, language, frequency and domain. */
function ReportTables({ report }: ReportTablesProps) {
  const reader = useReader()
  const { t } = reader
  const { counts, domains } = report
  const labels = {
    country: t('newsletter.sending.country'),
    language: t('newsletter.subscribers.language'),
    frequency: t('newsletter.subscribers.frequency'),
  }
  const named = {
    country: (key: string) => countryName(reader, key),
    language: (key: string) => (isInterfaceLanguage(key) ? languageNames[key] : key),
    frequency: (key: string) => {
      const frequency = frequencies.find((each) => each === key)
      return frequency ? t(`newsletter.subscribers.frequency.${frequency}`) : key
    },
  }
  return (
    <Section id="report" title={t('newsletter.sending.report')}>
      {(['country', 'language', 'frequency'] as const).map((by) => (
        <SumTable
          key={by}
          caption={t(`newsletter.sending.by.${by}`)}
          label={labels[by]}
          sums={sumBy(counts, (counted) => counted[by]).map((sum) => ({ ...sum, key: named[by](sum.key) }))}
        />
      ))}
      {domains.length > 0 ? (
        <SumTable
          caption={t('newsletter.sending.by.domain')}
          label={t('newsletter.sending.domain')}
          sums={[...Map.groupBy(domains, ({ domain }) => domain)].map(([key, each]) => ({
            key,
            counts: each,
          }))}
        />
      ) : null}
    </Section>
  )
}

interface SumTableProps {
  caption: string
  label: string
  sums: Sum[]
}

function SumTable({ caption, label, sums }: SumTableProps) {
  const reader = useReader()
  const number = numberFormatter(reader.interfaceLanguage, {})
  const count = ({ counts }: Sum, outcome: Outcome) =>
    counts.reduce((all, each) => all + (each.outcome === outcome ? each.count : 0), 0)
  const shown = outcomes.filter((outcome) => sums.some((sum) => count(sum, outcome) > 0))
  const columns: Column<Sum>[] = [
    { key: 'key', label, header: true, cell: ({ key }) => <bdi>{key}</bdi> },
    ...shown.map((outcome) => ({
      key: outcome,
      label: reader.t(`newsletter.sending.outcome.${outcome}`, { count: 2 }),
      numeric: true,
      cell: (sum: Sum) => number.format(count(sum, outcome)),
    })),
  ]
  return (
    <>
      <h3>{caption}</h3>
      <DataTable<Sum>
        caption={caption}
        captionHidden
        rows={sums}
        rowKey={({ key }) => key}
        columns={columns}
      />
    </>
  )
}

/** Says that no mail leaves this server, and what happens to orders meanwhile. */
export function NoServer() {
  const reader = useReader()
  return <Notice kind="warning">{reader.t('newsletter.sending.noServer')}</Notice>
}

import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { readEdtf } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { addListPage } from '../../../../ui/table/list-page.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { addLink } from '../../../contributions/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../../networks/index.ts'
import { feedLinks } from '../../feeds/feed-links.ts'
import { feedParameters, paths as feedPaths } from '../../feeds/paths.ts'
import { paths as agendaPaths } from '../../paths.ts'
import { assessPlannedEvents } from '../../planning/planned-events.ts'
import { mayKeepHolidays } from '../../policy.ts'
import { paths as proposalPaths } from '../../proposals/paths.ts'
import { paths } from '../paths.ts'
import { findEventChoices } from '../queries.ts'
import { viewWays } from '../views/view-ways.ts'
import { eventEntries } from './event-entries.tsx'
import { type EventFilter, eventParameters, readFilter, spanParameters, spans } from './event-filter.ts'
import { eventFilters } from './event-filters.tsx'
import { countEvents, listEvents } from './queries.ts'

/** The agenda: what comes, or what is over, under the month in which it begins. */
export function addEventList(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(eventParameters) } })
  addListPage(pages, '/:language/:network/agenda', {
    open: loadNetworkRequest,
    filter: { read: readFilter, parameters: spanParameters },
    rowsAPage: 50,
    countedAtMost: 1000,
    find: async ({ context, network }, filter, { most, ...slice }) => {
      const [total, rows, choices] = await Promise.all([
        countEvents(context, network.id, filter, most),
        listEvents(context, network.id, filter, { ...slice, isReversed: filter.span === 'past' }),
        findEventChoices(context, network.id),
      ])
      return { total, rows, choices, assessments: await assessPlannedEvents(context, network, rows) }
    },
    send: renderNetworkPage,
    head: ({ reader, network, filter }) => ({
      title: reader.t('agenda.list.title'),
      description: reader.t('agenda.list.lead'),
      path: '/agenda',
      ways: viewWays(reader, network, filter),
      searched: filter.q,
      feeds: feedLinks(reader, network, filter),
    }),
    address: ({ reader, network }, parameters) => paths.agenda(reader, network.slug, parameters),
    filters: (list) => eventFilters(list.reader, list),
    rows: ({ reader, network, rows, assessments }) =>
      groupByMonth(rows).map(({ month, events }) => (
        <Section
          key={month ?? 'undated'}
          id={`month-${month ?? 'undated'}`}
          title={monthWords(reader, month)}
        >
          <EntryList
            entries={eventEntries(reader, network, { events, assessments })}
            kept={{
              data: new Map(events.map((event) => [event.key, event])),
              under: [reader.language, reader.today, reader.now, network.slug].join(' '),
            }}
          />
        </Section>
      )),
    empty: ({ reader, network, filter: { span } }, isNarrowed) => ({
      title: reader.t(`agenda.spanEmpty.${span}`),
      why: reader.t(isNarrowed ? 'agenda.list.emptyFiltered' : 'agenda.list.emptyWhy'),
      next: (
        <a href={paths.agenda(reader, network.slug, { when: isNarrowed ? span : 'all' })}>
          {reader.t(isNarrowed ? 'agenda.list.emptyClear' : 'agenda.list.emptyAll')}
        </a>
      ),
    }),
    render: (list, filters, results) => (
      <>
        <PageHeading lead={list.reader.t('agenda.list.lead')} actions={<Actions {...list} />}>
          {list.reader.t('agenda.list.title')}
        </PageHeading>
        {filters}
        <Tabs
          label={list.reader.t('agenda.list.spans')}
          tabs={spans.map((span) => ({
            label: list.reader.t(`agenda.span.${span}`),
            href: list.address({ when: span }),
            current: span === list.filter.span,
          }))}
        />
        {results}
      </>
    ),
  })
}

function Actions({ context, network, filter }: NetworkRequest & { filter: EventFilter }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {addLink({
        reader,
        actor: context.actor,
        network,
        kind: { segment: 'agenda' },
        label: t('agenda.form.newEvent'),
      }) ?? (
        <a class="button" href={proposalPaths.propose(reader, network.slug)} rel="nofollow">
          {t('agenda.proposal.propose')}
        </a>
      )}{' '}
      <a
        class="button"
        href={feedPaths.subscribe(reader, network.slug, feedParameters({ ...filter, span: 'all' }))}
      >
        {t('agenda.subscribe.title')}
      </a>{' '}
      <PrintButton /> <a href={agendaPaths.checkDate(reader, network.slug)}>{t('agenda.check.title')}</a>
      {mayKeepHolidays(context.actor, network.id) ? (
        <>
          {' '}
          <a href={agendaPaths.importCalendar(reader, network.slug)}>{t('agenda.list.import')}</a>
        </>
      ) : null}
    </>
  )
}

function monthWords(reader: Reader, month: string | null): string {
  if (month === null) return reader.t('agenda.list.undated')
  const words = capitalized(dayWords(reader, month), reader.interfaceLanguage)
  return month.length === 4 ? reader.t('agenda.list.sometimeIn', { year: words }) : words
}

/** Events under the month in which they begin; `2018` is a year whose month is unknown, null no date at all. */
interface MonthGroup<E> {
  /** EDTF: `2017-10`, `2018`; null for what has no date. */
  month: string | null
  events: E[]
}

/** Groups a list in the order of days by month. An event known only to be in a year is never put under its January. */
export function groupByMonth<E extends { happens: string | null }>(events: readonly E[]): MonthGroup<E>[] {
  return [...Map.groupBy(events, monthOf)].map(([month, within]) => ({ month, events: within }))
}

// A list of thousands repeats the same days again and again.
const months = new LRUCache<string, string>({ max: 5000 })

function monthOf({ happens }: { happens: string | null }): string | null {
  if (happens === null) return null
  const known = months.get(happens)
  if (known !== undefined) return known
  const month = monthOfDate(happens)
  months.set(happens, month)
  return month
}

function monthOfDate(happens: string): string {
  const { from, to, openStart, precision } = readEdtf(happens)
  if (openStart) return to.slice(0, 4)
  const isMonthKnown =
    from.slice(0, 7) === to.slice(0, 7) || (precision === 'interval' && /^\d{4}-(0\d|1[0-2])/.test(happens))
  return from.slice(0, isMonthKnown ? 7 : 4)
}

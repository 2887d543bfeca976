import type { Actor } from '../../../../platform/context/actor.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { addLink } from '../../../contributions/index.ts'
import type { Network } from '../../../networks/index.ts'
import { feedParameters, paths as feedPaths } from '../../feeds/paths.ts'
import { paths as agendaPaths } from '../../paths.ts'
import type { Assessment } from '../../planning/planned-date.ts'
import { mayKeepHolidays } from '../../policy.ts'
import { paths as proposalPaths } from '../../proposals/paths.ts'
import { paths } from '../paths.ts'
import type { AgendaEvent } from '../row.queries.ts'
import { ViewSwitch } from '../views/view-switch.tsx'
import { eventEntries } from './event-entries.tsx'
import { type EventChoices, EventFilters, filterParameters } from './event-filters.tsx'
import { type EventFilter, spans } from './filter.ts'
import { groupByMonth } from './month-groups.ts'

interface EventsPageProps {
  network: Network
  actor: Actor
  filter: EventFilter
  choices: EventChoices
  events: AgendaEvent[]
  /** What the calendars of the group's countries say of the planned ones, by their ids. */
  assessments: ReadonlyMap<string, Assessment>
  /** Counted up to one more than `most`. */
  total: number
  most: number
  page: number
  pages: number
  first: number
}

/** The agenda: what comes, or what is over, under the month in which it begins. */
export function EventsPage(props: EventsPageProps) {
  const reader = useReader()
  const { network, filter, events, total, most, page, first } = props
  const { t } = reader
  const address = (parameters: Record<string, string | undefined>) =>
    paths.agenda(reader, network.slug, { ...filterParameters(filter), when: filter.span, ...parameters })
  const isNarrowed = Object.values(filterParameters(filter)).some(
    (value) => value !== undefined && value.length > 0,
  )
  return (
    <>
      <PageHeading
        lead={t('agenda.list.lead')}
        actions={
          <>
            {addLink({
              reader,
              actor: props.actor,
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
            <PrintButton />{' '}
            <a href={agendaPaths.holidays(reader, network.slug)}>{t('agenda.holidays.all')}</a>{' '}
            <a href={agendaPaths.checkDate(reader, network.slug)}>{t('agenda.check.title')}</a>
            {mayKeepHolidays(props.actor, network.id) ? (
              <>
                {' '}
                <a href={agendaPaths.importCalendar(reader, network.slug)}>{t('agenda.list.import')}</a>
              </>
            ) : null}
          </>
        }
      >
        {t('agenda.list.title')}
      </PageHeading>
      <ViewSwitch network={network.slug} filter={filter} view="list" />
      <EventFilters network={network} filter={filter} choices={props.choices} />
      <Tabs
        label={t('agenda.list.spans')}
        tabs={spans.map((span) => ({
          label: t(`agenda.span.${span}`),
          href: address({ when: span }),
          current: span === filter.span,
        }))}
      />
      {events.length === 0 ? (
        <EmptyState
          title={t(`agenda.spanEmpty.${filter.span}`)}
          why={t(isNarrowed ? 'agenda.list.emptyFiltered' : 'agenda.list.emptyWhy')}
          next={
            <a href={paths.agenda(reader, network.slug, { when: isNarrowed ? filter.span : 'all' })}>
              {t(isNarrowed ? 'agenda.list.emptyClear' : 'agenda.list.emptyAll')}
            </a>
          }
        />
      ) : (
        <>
          <ResultCount
            total={Math.min(total, most)}
            totalIs={total > most ? 'at_least' : 'exact'}
            first={first}
            last={first + events.length - 1}
          />
          {groupByMonth(events).map(({ month, events: within }) => (
            <Section
              key={month ?? 'undated'}
              id={`month-${month ?? 'undated'}`}
              title={monthWords(reader, month)}
            >
              <EntryList
                entries={eventEntries(reader, network, { events: within, assessments: props.assessments })}
                kept={{
                  data: new Map(within.map((event) => [event.key, event])),
                  under: [reader.language, reader.today, reader.now, network.slug].join(' '),
                }}
              />
            </Section>
          ))}
          <Pagination
            page={page}
            pages={props.pages}
            href={(each) => address({ page: each === 1 ? undefined : String(each) })}
          />
        </>
      )}
    </>
  )
}

function monthWords(reader: Reader, month: string | null): string {
  if (month === null) return reader.t('agenda.list.undated')
  const words = capitalized(dayWords(reader, month), reader.interfaceLanguage)
  return month.length === 4 ? reader.t('agenda.list.sometimeIn', { year: words }) : words
}

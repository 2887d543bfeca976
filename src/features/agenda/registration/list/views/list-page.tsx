import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Filters } from '../../../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { countryName } from '../../../../directory/index.ts'
import type { Network } from '../../../../networks/index.ts'
import { paths as eventPaths } from '../../../events/paths.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { paths } from '../../paths.ts'
import type { Registration } from '../../registration.ts'
import type { Standing, Terms } from '../../terms.ts'
import { type ListFilter, listParameters, listStates } from '../filter.ts'
import type { StateCount } from '../queries.ts'
import { CountTable } from './count-table.tsx'
import { PeopleTable } from './people-table.tsx'

interface ListPageProps {
  network: Network
  event: AgendaEvent
  terms: Terms
  standing: Standing
  filter: ListFilter
  counts: StateCount[]
  people: Registration[]
  total: number
  page: number
  pages: number
  first: number
}

/** Who comes to an event, waits or withdrew, and how many of each country. */
export function ListPage(props: ListPageProps) {
  const reader = useReader()
  const { network, event, terms, standing, filter, counts, people, total } = props
  const { t } = reader
  const href = (parameters: Record<string, string | undefined>) =>
    paths.list(reader, network.slug, event.slug, parameters)
  const sum = (state: string) =>
    counts.filter((each) => each.state === state).reduce((all, { count }) => all + count, 0)
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        actions={<Actions {...props} />}
      >
        {t('agenda.registration.list')}
      </PageHeading>
      {standing === 'open' ? null : <Notice>{t(`agenda.registration.standing.${standing}`)}</Notice>}
      <div class="registration-counts">
        <CountTable terms={terms} counts={counts} />
      </div>
      <Tabs
        label={t('agenda.registration.states')}
        tabs={listStates.map((state) => ({
          label: `${t(`agenda.registration.state.${state}`)} (${sum(state)})`,
          href: href(listParameters({ ...filter, state })),
          current: filter.state === state,
        }))}
      />
      <Filters
        action={href({})}
        kept={filter.state === 'placed' ? {} : { state: filter.state }}
        fields={[
          {
            type: 'search',
            name: 'q',
            label: t('agenda.registration.search'),
            value: filter.words,
          },
          {
            type: 'select',
            name: 'country',
            label: t('agenda.registration.country'),
            value: filter.country ?? '',
            options: [...new Set(counts.map(({ country }) => country))].map((country) => ({
              value: country,
              label: countryName(reader, country),
            })),
          },
        ]}
      />
      {people.length === 0 ? (
        <EmptyState
          title={t(
            filter.words ? 'agenda.registration.nobodyNamed' : `agenda.registration.empty.${filter.state}`,
          )}
          next={
            filter.words || filter.country ? (
              <a href={href(listParameters({ ...filter, country: null, words: '' }))}>
                {t('agenda.registration.all')}
              </a>
            ) : undefined
          }
        />
      ) : (
        <>
          <ResultCount total={total} first={props.first} last={props.first + people.length - 1} />
          <PeopleTable
            network={network.slug}
            slug={event.slug}
            people={people}
            terms={terms}
            caption={t(`agenda.registration.state.${filter.state}`)}
          />
          <Pagination
            page={props.page}
            pages={props.pages}
            href={(page) => href({ ...listParameters(filter), page: page === 1 ? undefined : String(page) })}
          />
        </>
      )}
      <p class="form-note">{t('agenda.registration.listNote', { months: terms.keptMonths })}</p>
    </>
  )
}

function Actions({ network, event }: ListPageProps) {
  const reader = useReader()
  const { t } = reader
  const { slug } = event
  const links = [
    [paths.checkIn(reader, network.slug, slug), t('agenda.registration.checkIn')],
    [paths.add(reader, network.slug, slug), t('agenda.registration.add')],
    [paths.settings(reader, network.slug, slug), t('agenda.registration.terms')],
    [paths.file(reader, network.slug, slug, 'xlsx'), t('agenda.registration.table')],
    [paths.file(reader, network.slug, slug, 'pdf'), t('agenda.registration.sheet')],
  ] as const
  return (
    <>
      {links.map(([href, label]) => (
        <a key={href} class="button" href={href}>
          {label}
        </a>
      ))}
      <PrintButton />
    </>
  )
}

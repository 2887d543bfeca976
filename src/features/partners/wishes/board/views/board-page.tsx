import type { Actor } from '../../../../../platform/context/actor.ts'
import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import type { FindMarks } from '../../../../../platform/records/fact-sources.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { addLink } from '../../../../contributions/index.ts'
import { byOwnSide, countryName } from '../../../../directory/index.ts'
import type { Network } from '../../../../networks/index.ts'
import { maySpeakFor } from '../../../policy.ts'
import { paths } from '../../paths.ts'
import { boardEntry } from '../../views/wish-entry.tsx'
import { type BoardFilter, type BoardView, boardViews, filterParameters } from '../filter.ts'
import type { BoardEntry } from '../queries.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardMap } from './board-map.tsx'

interface BoardPageProps {
  network: Network
  actor: Actor
  filter: BoardFilter
  view: BoardView
  entries: BoardEntry[]
  /** Where what sources say comes from. */
  marks: FindMarks
  /** Counted up to one more than `most`. */
  total: number
  most: number
  page: number
  pages: number
  first: number
}

/** Who looks for a partner and who offers what, both sides of the network side by side. */
export function BoardPage(props: BoardPageProps) {
  const reader = useReader()
  const { network, filter, view, entries, total, most, page, first } = props
  const { t } = reader
  const address = (parameters: Parameters<typeof paths.board>[2]) =>
    paths.board(reader, network.slug, {
      ...filterParameters(filter),
      view: view === 'map' ? view : undefined,
      ...parameters,
    })
  return (
    <>
      <PageHeading
        lead={t('partners.board.lead')}
        actions={
          <>
            {addLink({
              reader,
              actor: props.actor,
              network,
              kind: { segment: 'partners' },
              label: t('partners.wish.form.newWish'),
            })}{' '}
            <PrintButton />
          </>
        }
      >
        {t('partners.board.title')}
      </PageHeading>
      <Tabs
        label={t('partners.board.views')}
        tabs={boardViews.map((each) => ({
          label: t(`partners.board.view.${each}`),
          href: address({ view: each === 'map' ? each : undefined }),
          current: each === view,
        }))}
      />
      <BoardFilters network={network} filter={filter} view={view} />
      {entries.length === 0 ? (
        <NothingThere {...props} />
      ) : (
        <>
          <ResultCount
            total={Math.min(total, most)}
            totalIs={total > most ? 'at_least' : 'exact'}
            first={first}
            last={first + entries.length - 1}
          />
          {entries.some(({ source }) => source === 'said') ? (
            <p class="quiet">{t('partners.board.saidNote')}</p>
          ) : null}
          {view === 'map' ? <BoardMap network={network} entries={entries} /> : null}
          <Entries {...props} />
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

// In the order of sides, each country has a column of its own, the reader’s on the left.
function Entries({ network, actor, filter, entries, marks }: BoardPageProps) {
  const reader = useReader()
  const drawing = {
    reader,
    network: network.slug,
    marks,
    maySay: (organisationId: string) => maySpeakFor(actor, { networkId: network.id, organisationId }),
  }
  const draw = (some: BoardEntry[]) => <EntryList entries={some.map((entry) => boardEntry(drawing, entry))} />
  if (filter.sort !== 'side') return draw(entries)
  const bySide = Map.groupBy(entries, countryOf)
  return (
    <div class="board-sides">
      {byOwnSide(reader, [...bySide.keys()]).map((country) => (
        <Section
          key={country}
          id={`side-${country.toLowerCase()}`}
          title={capitalized(countryName(reader, country), reader.interfaceLanguage)}
        >
          {draw(bySide.get(country) ?? [])}
        </Section>
      ))}
    </div>
  )
}

/** The country of the authority that an entry of the board is about. */
export function countryOf(entry: BoardEntry): string {
  return entry.source === 'wish' ? entry.wish.organisation.country : entry.said.organisation.country
}

function NothingThere({ network, filter }: BoardPageProps) {
  const reader = useReader()
  const { t } = reader
  const isNarrowed = Object.values(filterParameters(filter)).some((value) => value && value.length > 0)
  return (
    <EmptyState
      title={t(isNarrowed ? 'partners.board.emptyFiltered' : 'partners.board.empty')}
      why={t(isNarrowed ? 'partners.board.emptyFilteredWhy' : 'partners.board.emptyWhy')}
      next={
        <a href={paths.board(reader, network.slug, isNarrowed ? {} : { status: 'all' })}>
          {t(isNarrowed ? 'partners.board.emptyClear' : 'partners.board.emptyAll')}
        </a>
      }
    />
  )
}

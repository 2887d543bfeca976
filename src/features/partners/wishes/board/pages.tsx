import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../../../platform/context/actor.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import type { FindMarks } from '../../../../platform/records/fact-sources.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { type MapTie, TieMap } from '../../../../ui/map/tie-map.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { addLink } from '../../../contributions/index.ts'
import { byOwnSide, countryName, shortNames } from '../../../directory/index.ts'
import { keptByNetwork, type Network, readNetworkRequest } from '../../../networks/index.ts'
import { drawPartnersPage } from '../../page.tsx'
import { maySpeakFor } from '../../policy.ts'
import { paths } from '../paths.ts'
import { boardEntry } from '../views/wish-entry.tsx'
import { BoardFilters } from './board-filters.tsx'
import {
  type BoardFilter,
  type BoardView,
  boardParameters,
  boardViews,
  filterParameters,
  readFilter,
  readView,
} from './filter.ts'
import { type BoardEntry, countBoard, listBoard } from './queries.ts'

const entriesAPage = 50
const countedAtMost = 1000

/** The board of a network: who looks for whom, who offers what. */
export function addBoardRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(boardParameters) } })
  pages.get('/:language/:network/partners', showBoard)
}

async function showBoard(visit: Visit) {
  const { request, application } = visit
  const asked = await readNetworkRequest(visit)
  const { context, reader, network } = asked
  const filter = readFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * entriesAPage
  const [ownCountry = null] = byOwnSide(reader, network.countries)
  const [total, entries] = await Promise.all([
    countBoard(context, network.id, filter, countedAtMost + 1),
    listBoard(context, network.id, filter, { limit: entriesAPage, offset, ownCountry }),
  ])
  const subjectIds = entries.flatMap((entry) => (entry.source === 'said' ? [entry.said.id] : []))
  const marks =
    (await application.factSources?.findMarks({ context, reader, network, subjectIds })) ?? (() => [])
  return drawPartnersPage(asked, {
    title: reader.t('partners.board.title'),
    description: reader.t('partners.board.lead'),
    path: '/partners',
    searched: filter.text,
    width: 'wide',
    children: (
      <BoardPage
        network={network}
        actor={context.actor}
        filter={filter}
        view={readView(request.query)}
        entries={entries}
        marks={marks}
        total={total}
        most={countedAtMost}
        page={page}
        pages={countPages(total, page, entries.length)}
        first={offset + 1}
      />
    ),
  })
}

// Where counting stopped, there is a next page as long as this one is full.
function countPages(total: number, page: number, rows: number): number {
  const counted = Math.max(1, Math.ceil(Math.min(total, countedAtMost) / entriesAPage))
  if (total <= countedAtMost) return counted
  return Math.min(mostPages, Math.max(counted, rows === entriesAPage ? page + 1 : page))
}

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
function BoardPage(props: BoardPageProps) {
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
function countryOf(entry: BoardEntry): string {
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

interface BoardMapProps {
  network: { slug: string; countries: string[] }
  entries: BoardEntry[]
}

/** Where those are who look for a partner: each a line with an open end. The list beneath says the same in words. */
function BoardMap({ network, entries }: BoardMapProps) {
  const reader = useReader()
  const countries = byOwnSide(reader, network.countries)
  return (
    <TieMap
      countries={countries.map((code) => ({
        code,
        name: { [reader.language]: countryName(reader, code) },
        language: languageOf(code),
      }))}
      ties={entries.map((entry) => openTie(reader, network.slug, entry))}
      caption={reader.t('partners.board.mapCaption')}
      alternative="none"
    />
  )
}

function openTie(reader: Reader, network: string, entry: BoardEntry): MapTie {
  const { organisation } = entry.source === 'wish' ? entry.wish : entry.said
  const { longitude, latitude, country } = organisation
  return {
    key: entry.source === 'wish' ? entry.wish.id : entry.said.id,
    href:
      entry.source === 'wish'
        ? paths.wish(reader, network, entry.wish.slug)
        : paths.organisation(reader, network, organisation.slug),
    status: 'prospective',
    ends: [
      {
        name: shortNames(organisation),
        country,
        language: languageOf(country),
        point: longitude === null || latitude === null ? null : [longitude, latitude],
      },
    ],
  }
}

import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FindMarks } from '../../../../platform/records/fact-sources.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import type { MapTie } from '../../../../ui/map/map-tie.ts'
import { TieMap } from '../../../../ui/map/tie-map.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { fieldFilter } from '../../../../ui/table/field-filter.ts'
import { addListPage } from '../../../../ui/table/list-page.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { addLink } from '../../../contributions/index.ts'
import { byOwnSide, countryName, shortNames } from '../../../directory/index.ts'
import {
  cachedByNetwork,
  loadNetworkRequest,
  type NetworkRequest,
  renderNetworkPage,
} from '../../../networks/index.ts'
import { maySpeakFor } from '../../policy.ts'
import { wishFields } from '../fields.ts'
import { paths } from '../paths.ts'
import { boardEntry } from '../views/wish-entry.tsx'
import { wishKinds } from '../wish.ts'
import { type BoardFilter, boardFilter, boardSorts, boardStates, boardViews } from './board-filter.ts'
import { type BoardEntry, countBoard, listBoard } from './queries.ts'

/** The board of a network: searches and offers, both sides of the network side by side. */
export function addBoardRoutes(app: FastifyInstance, application: Application): void {
  const kept = cachedByNetwork([...boardFilter.names, 'page', 'now'])
  addListPage(pagesOf(app, application, { config: { kept } }), '/:language/:network/partners', {
    open: loadNetworkRequest,
    filter: boardFilter,
    rowsAPage: 50,
    countedAtMost: 1000,
    find: async ({ application, context, reader, network }, filter, { most, ...slice }) => {
      const [ownCountry = null] = byOwnSide(reader, network.countries)
      const [total, rows] = await Promise.all([
        countBoard(context, network.id, filter, most),
        listBoard(context, network.id, filter, { ...slice, ownCountry }),
      ])
      const subjectIds = rows.flatMap((entry) => (entry.source === 'said' ? [entry.said.id] : []))
      const marks =
        (await application.factSources?.findMarks({ context, reader, network, subjectIds })) ?? (() => [])
      return { total, rows, marks }
    },
    send: renderNetworkPage,
    head: ({ reader, filter }) => ({
      title: reader.t('partners.board.title'),
      description: reader.t('partners.board.lead'),
      path: '/partners',
      searched: filter.q,
      width: 'wide',
    }),
    address: ({ reader, network }, parameters) => paths.board(reader, network.slug, parameters),
    filters: ({ reader, network, parameters: { view, organisation } }) => {
      const { t } = reader
      const by = (field: Parameters<typeof fieldFilter<string[]>>[2]) => fieldFilter(reader, network, field)
      return {
        action: `/${reader.language}/${network.slug}/partners`,
        kept: { view, organisation, now: reader.now ?? undefined },
        clearHref: paths.board(reader, network.slug, { view }),
        told: ['q', 'kind', 'theme', 'form', 'level', 'country', 'organisation', 'status'],
        fields: [
          { name: 'q', label: t('partners.board.filter.text') },
          {
            name: 'kind',
            label: t('partners.board.filter.kind'),
            codes: wishKinds,
            word: (code) => t(`partners.wish.kindTitle.${code}`),
          },
          {
            name: 'theme',
            ...by(wishFields.themes),
            label: t('partners.board.filter.theme'),
            isSorted: true,
          },
          {
            name: 'country',
            place: 'more',
            label: t('partners.board.filter.country'),
            codes: byOwnSide(reader, network.countries),
            word: (code) => countryName(reader, code),
          },
          { name: 'form', place: 'more', ...by(wishFields.forms), label: t('partners.board.filter.form') },
          { name: 'level', place: 'more', ...by(wishFields.tiers), label: t('partners.board.filter.level') },
          {
            name: 'status',
            place: 'more',
            label: t('partners.board.filter.status'),
            codes: boardStates.filter((code) => code !== 'open'),
            word: (code) => t(`partners.board.status.${code}`),
            any: t('partners.board.status.open'),
          },
          {
            name: 'sort',
            place: 'more',
            label: t('partners.board.filter.sort'),
            codes: boardSorts.filter((code) => code !== 'side'),
            word: (code) => t(`partners.board.sort.${code}`),
            any: t('partners.board.sort.side'),
          },
          { name: 'organisation', place: 'told', label: t('partners.wish.authority') },
        ],
      }
    },
    rows: (list) => (
      <>
        {list.rows.some(({ source }) => source === 'said') ? (
          <p class="quiet">{list.reader.t('partners.board.saidNote')}</p>
        ) : null}
        {list.filter.view === 'map' ? <BoardMap network={list.network} entries={list.rows} /> : null}
        <Entries {...list} />
      </>
    ),
    empty: ({ reader, network }, isNarrowed) => ({
      title: reader.t(isNarrowed ? 'partners.board.emptyFiltered' : 'partners.board.empty'),
      why: reader.t(isNarrowed ? 'partners.board.emptyFilteredWhy' : 'partners.board.emptyWhy'),
      next: (
        <a href={paths.board(reader, network.slug, isNarrowed ? {} : { status: 'all' })}>
          {reader.t(isNarrowed ? 'partners.board.emptyClear' : 'partners.board.emptyAll')}
        </a>
      ),
    }),
    render: ({ reader, context, network, filter, address }, filters, results) => (
      <>
        <PageHeading
          lead={reader.t('partners.board.lead')}
          actions={
            <>
              {addLink({
                reader,
                actor: context.actor,
                network,
                kind: { segment: 'partners' },
                label: reader.t('partners.wish.form.newWish'),
              })}{' '}
              <PrintButton />
            </>
          }
        >
          {reader.t('partners.board.title')}
        </PageHeading>
        <Tabs
          label={reader.t('partners.board.views')}
          tabs={boardViews.map((view) => ({
            label: reader.t(`partners.board.view.${view}`),
            href: address({ view: view === 'map' ? view : undefined }),
            current: view === filter.view,
          }))}
        />
        {filters}
        {results}
      </>
    ),
  })
}

interface EntriesProps extends Pick<NetworkRequest, 'network' | 'context'> {
  filter: BoardFilter
  rows: readonly BoardEntry[]
  /** Where what sources say comes from. */
  marks: FindMarks
}

// In the order of sides, each country has a column of its own, the reader’s on the left.
function Entries({ network, context, filter, rows, marks }: EntriesProps) {
  const reader = useReader()
  const drawing = {
    reader,
    network: network.slug,
    marks,
    maySay: (organisationId: string) => maySpeakFor(context.actor, { networkId: network.id, organisationId }),
  }
  const render = (some: readonly BoardEntry[]) => (
    <EntryList entries={some.map((entry) => boardEntry(drawing, entry))} />
  )
  if (filter.sort !== 'side') return render(rows)
  const bySide = Map.groupBy(rows, countryOf)
  return (
    <div class="board-sides">
      {byOwnSide(reader, [...bySide.keys()]).map((country) => (
        <Section
          key={country}
          id={`side-${country.toLowerCase()}`}
          title={capitalized(countryName(reader, country), reader.interfaceLanguage)}
        >
          {render(bySide.get(country) ?? [])}
        </Section>
      ))}
    </div>
  )
}

/** The country of the authority that an entry of the board is about. */
function countryOf(entry: BoardEntry): string {
  return entry.source === 'wish' ? entry.wish.organisation.country : entry.said.organisation.country
}

interface BoardMapProps {
  network: { slug: string; countries: string[] }
  entries: readonly BoardEntry[]
}

/** The places of authorities that look for a partner: each a line with an open end. The list beneath says it in words. */
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

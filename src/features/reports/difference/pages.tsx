import type { FastifyInstance } from 'fastify'
import type { Edition } from '../../../platform/editions/editions.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { type Entry, EntryList } from '../../../ui/blocks/entry-list.tsx'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { eventPaths } from '../../agenda/events/index.ts'
import { cachedByNetwork, loadNetworkRequest, type Network, renderNetworkPage } from '../../networks/index.ts'
import { registryPaths } from '../../registry/index.ts'
import { changeKinds, type FactChange, type FactValue, type Movement, type ReportFacts } from '../facts.ts'
import { paths } from '../paths.ts'
import { changeWords } from './change-words.ts'
import { countKinds, movingTables } from './compare.ts'
import { type Difference, findDifference } from './find-difference.ts'
import { nameTies } from './items.ts'

/** What changed between two editions of the report of a group, or since one of them. */
export function addDifferenceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['from', 'now', 'to']) } })
  pages.get('/:language/:network/reports/:number/difference', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const { edition, earlier, difference } = await findDifference(application, context, network, {
      number: parameterOf(request.params, 'number') ?? '',
      from: parameterOf(request.query, 'from'),
      to: parameterOf(request.query, 'to'),
    })
    return renderNetworkPage(visit, {
      title: `${reader.t('reports.difference.title')} – ${reader.t('reports.difference.edition', { number: String(edition.number) })}`,
      description: reader.t('reports.difference.description'),
      path: `/reports/${edition.number}/difference`,
      children: (
        <DifferencePage network={network} edition={edition} earlier={earlier} difference={difference} />
      ),
    })
  })
}

interface DifferencePageProps {
  network: Network
  edition: Edition
  earlier: readonly Edition[]
  difference: Difference | null
}

function DifferencePage({ network, edition, earlier, difference }: DifferencePageProps) {
  const reader = useReader()
  const { t } = reader
  const { number } = edition
  const way = (from: number | 'now') => ({
    label: t(from === 'now' ? 'reports.difference.now' : 'reports.difference.edition', {
      number: String(from === 'now' ? number : from),
    }),
    href: paths.difference(reader, network.slug, number, from),
    current:
      from === 'now'
        ? difference?.to.edition === null
        : difference?.to.edition != null && difference.from.edition.number === from,
  })
  return (
    <>
      <PageHeading
        kicker={
          <a href={paths.report(reader, network.slug, number)}>
            {t('reports.difference.edition', { number: String(number) })}
          </a>
        }
        lead={difference ? betweenWords(reader, difference) : null}
      >
        {t('reports.difference.title')}
      </PageHeading>
      <Tabs
        label={t('reports.difference.choose')}
        tabs={[...earlier.map((each) => way(each.number)), way('now')]}
      />
      {difference ? (
        <Changes network={network} difference={difference} />
      ) : (
        <EmptyState title={t('reports.difference.first')} why={t('reports.difference.firstWhy')} />
      )}
    </>
  )
}

function betweenWords(reader: Reader, { from, to }: Difference): string {
  const said = {
    from: String(from.edition.number),
    fromDay: dayWords(reader, from.facts.day),
    toDay: dayWords(reader, to.facts.day),
  }
  return to.edition
    ? reader.t('reports.difference.between', { ...said, to: String(to.edition.number) })
    : reader.t('reports.difference.untilToday', said)
}

function Changes({ network, difference }: { network: Network; difference: Difference }) {
  const reader = useReader()
  const { t } = reader
  const { from, to, changes } = difference
  const kinds = countKinds(changes)
  const count = numberFormatter(reader.interfaceLanguage, {})
  const places = placesOf(network.slug, [from.facts, to.facts])
  return (
    <>
      {[from.edition, to.edition].map((each) =>
        each?.withdrawnAt ? (
          <Notice kind="warning">{t('reports.difference.withdrawn', { number: String(each.number) })}</Notice>
        ) : null,
      )}
      <Counts counts={difference.counts} />
      {changes.length === 0 ? (
        <EmptyState title={t('reports.difference.none')} why={t('reports.difference.noneWhy')} />
      ) : (
        <Section id="kinds" title={t('reports.difference.kinds')}>
          <FactList
            facts={changeKinds
              .filter((kind) => kinds[kind] > 0)
              .map((kind) => ({
                term: `${t(`reports.print.kindOfChange.${kind}`)}: ${count.format(kinds[kind])}`,
                detail: t(`reports.difference.means.${kind}`),
              }))}
          />
        </Section>
      )}
      {[...Map.groupBy(changes, ({ about }) => about.tieId)].map(([tieId, own]) => (
        <Section
          key={tieId}
          id={`tie-${tieId ?? 'none'}`}
          title={tieId === null ? t('reports.difference.apart') : <TieName tieId={tieId} places={places} />}
        >
          <EntryList
            entries={own.map((change, at) => ({ key: String(at), ...entryOf(reader, places, change) }))}
          />
        </Section>
      ))}
    </>
  )
}

function Counts({ counts }: Pick<Difference, 'counts'>) {
  const { t, interfaceLanguage } = useReader()
  const number = numberFormatter(interfaceLanguage, {})
  const rows = movingTables.flatMap((table) => (counts[table] ? [{ table, ...counts[table] }] : []))
  return (
    <Section id="counts" title={t('reports.difference.counts')}>
      <p>{t('reports.difference.countsLead')}</p>
      <DataTable
        caption={t('reports.difference.counts')}
        captionHidden
        rows={rows}
        rowKey={({ table }) => table}
        columns={[
          {
            key: 'table',
            label: t('reports.print.column.what'),
            header: true,
            cell: ({ table }) => t(`reports.print.table.${table}`),
          },
          ...(['old', 'added', 'removed', 'present'] as const).map((key) => ({
            key,
            label: t(`reports.print.column.${key}`),
            numeric: true,
            cell: (row: Movement) => number.format(row[key]),
          })),
        ]}
      />
    </Section>
  )
}

/** Where what changed is now, and what it is called. */
function placesOf(network: string, editions: [ReportFacts, ReportFacts]) {
  const [, now] = editions
  return {
    network,
    words: now.words,
    ties: new Map(now.ties.map(({ id, slug }) => [id, slug])),
    exchanges: new Map(now.exchanges.map(({ id, slug }) => [id, slug])),
    names: new Map(editions.flatMap((facts) => [...nameTies(facts)])),
    sources: new Map(
      editions.flatMap(({ sources }) => sources.map(({ slug, title }) => [slug, title] as const)),
    ),
  }
}
type Places = ReturnType<typeof placesOf>

function TieName({ tieId, places }: { tieId: string; places: Places }) {
  const reader = useReader()
  const slug = places.ties.get(tieId)
  const name = <Name name={places.names.get(tieId) ?? {}} />
  return slug ? <a href={registryPaths.cooperation(reader, places.network, slug)}>{name}</a> : name
}

/** A change in the list beneath its tie: what it is about, what was and is said, and on whose word. */
function entryOf(reader: Reader, places: Places, change: FactChange): Omit<Entry, 'key'> {
  const { about, before, after } = change
  const words = changeWords(reader, places.words, change)
  const slug = places.exchanges.get(about.id)
  const name = <Name name={about.name} />
  const subject = slug ? <a href={eventPaths.event(reader, places.network, slug)}>{name}</a> : name
  return {
    lead: reader.t(`reports.print.kindOfChange.${change.change}`),
    title:
      about.kind === 'tie' || about.kind === 'report' ? (
        words.field
      ) : (
        <>
          {subject} – {words.field}
        </>
      ),
    meta: (
      <>
        {words.before ? (
          <del>
            <Said value={before} words={words.before} />
          </del>
        ) : null}
        {words.before && words.after ? ' → ' : null}
        {words.after ? (
          <ins>
            <Said value={after} words={words.after} />
          </ins>
        ) : null}
      </>
    ),
    body:
      change.change === 'time' ? (
        <p class="quiet">{words.note}</p>
      ) : (
        <Grounds change={change} places={places} />
      ),
  }
}

// A text says in which language it is.
function Said({ value, words }: { value: FactValue | null; words: string }) {
  return value?.kind === 'text' ? <Passage text={value.text} as="span" /> : <span>{words}</span>
}

/** On whose word a change is, with its sources. */
function Grounds({ change, places }: { change: FactChange; places: Places }) {
  const reader = useReader()
  const { t } = reader
  const { why, by, knownOn, evidence } = change
  return (
    <>
      {evidence.length === 0 ? <Passage text={why} class="quiet" /> : null}
      <p class="quiet">
        {evidence.map((slug, at) => (
          <>
            {at > 0 ? ' · ' : null}
            <a href={registryPaths.source(reader, places.network, slug)}>
              <Passage text={places.sources.get(slug) ?? {}} as="span" tags={false} />
            </a>
          </>
        ))}
        {change.change === 'removed' && evidence.length === 0 ? t('reports.difference.noSource') : null}
        {by ? ` · ${t('reports.difference.by', { by })}` : null}
        {knownOn ? ` · ${t('reports.print.change.knownOn', { day: dayWords(reader, knownOn) })}` : null}
      </p>
    </>
  )
}

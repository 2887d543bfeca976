import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { SourcePassage } from '../../../ui/evidence/source-passage.tsx'
import { renderFor, useReader } from '../../../ui/reader.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Passage } from '../../../ui/text/passage.tsx'
import { cachedByNetwork, loadNetworkRequest, type Network, renderNetworkPage } from '../../networks/index.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { countFactsFrom, lookUpQuotation, type Quotation } from '../evidence/queries.ts'
import { paths } from '../paths.ts'
import {
  countLaterPassages,
  findSource,
  listPassages,
  listRowsAround,
  listSources,
  type Source,
  type StoredPassage,
} from './queries.ts'
import { findQuote, type Quote } from './quotation.ts'
import { SourceKind, SourcesPage } from './sources-page.tsx'

export function addSourceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now']) } })
  pages.get('/:language/:network/sources', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    const sources = await listSources(context, network.id)
    return renderNetworkPage(visit, {
      title: reader.t('registry.sources.title'),
      description: reader.t('registry.sources.description', { network: networkName(reader, network) }),
      path: '/sources',
      children: <SourcesPage network={network} sources={sources} />,
    })
  })

  pages
    .with({ config: { kept: cachedByNetwork(['now', 'quote']) } })
    .get('/:language/:network/sources/:slug', loadNetworkRequest, async (visit) => {
      const { request, context, reader, network } = visit
      const source = await findSource(context, network.id, parameterOf(request.params, 'slug') ?? '')
      const evidenceId = parameterOf(request.query, 'quote')
      const [facts, quotation] = await Promise.all([
        countFactsFrom(context, source.id),
        evidenceId ? lookUpQuotation(context, network.id, evidenceId) : null,
      ])
      const { passages, later, total } = await readText(context, source, quotation)
      const quote =
        quotation?.locator && quotation.sourceId === source.id ? findQuote(passages, quotation.locator) : null
      const title = chooseText(source.title, reader.language)?.text ?? source.slug
      return renderNetworkPage(visit, {
        title,
        description: title,
        path: `/sources/${source.slug}`,
        width: 'reading',
        noindex: evidenceId !== undefined || reader.now !== null,
        children: (
          <SourcePage
            network={network}
            source={source}
            passages={passages}
            later={later}
            rows={total}
            facts={facts}
            quote={quote}
          />
        ),
      })
    })

  pages.get(
    '/:language/:network/passages/:evidence',
    loadNetworkRequest,
    async ({ request, reply, context, reader, network }) => {
      const quotation =
        (await lookUpQuotation(context, network.id, parameterOf(request.params, 'evidence') ?? '')) ??
        notFound()
      const { passages } = await readText(
        context,
        { id: quotation.sourceId, kind: quotation.source.kind },
        quotation,
      )
      const quote = quotation.locator ? findQuote(passages, quotation.locator) : null
      const passage = passages.find((each) => each.position === quote?.position)
      if (!quote || !passage) notFound()
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('x-robots-tag', 'noindex')
        .send(
          renderFor(reader, () => (
            <QuotedPassage network={network} quotation={quotation} passage={passage} quote={quote} />
          )),
        )
    },
  )
}

/** The text of a source; of a table, which may have a hundred thousand rows, those around the quoted one. */
async function readText(context: Context, source: { id: string; kind: string }, quotation: Quotation | null) {
  if (source.kind === 'table') {
    const rows = await listRowsAround(context, source.id, quotation?.locator?.paragraph ?? null)
    return { ...rows, later: 0 }
  }
  const [passages, later] = await Promise.all([
    listPassages(context, source.id),
    countLaterPassages(context, source.id),
  ])
  return { passages, later, total: null }
}

interface QuotedPassageProps {
  network: Network
  quotation: Quotation
  passage: StoredPassage
  quote: Quote
}

/** The paragraph of a quoted sentence, with the sentence marked, and a link to the whole text. */
function QuotedPassage({ network, quotation, passage, quote }: QuotedPassageProps) {
  const reader = useReader()
  const { source } = quotation
  return (
    <SourcePassage
      language={source.language}
      before={passage.text.slice(0, quote.start)}
      text={passage.text.slice(quote.start, quote.end)}
      after={passage.text.slice(quote.end)}
      source={chooseText(source.title, reader.language)?.text ?? source.publisher}
      href={paths.quoted(reader, network.slug, source.slug, quotation.id)}
      place={
        quote.state === 'changed'
          ? reader.t('registry.source.changed')
          : `${passage.heading.at(-1) ?? ''}, ${reader.t('registry.source.paragraph', { number: passage.paragraph })}`
      }
    />
  )
}

interface SourcePageProps {
  network: Network
  source: Source
  passages: StoredPassage[]
  /** The number of omitted passages, which became known later. */
  later: number
  /** How many rows a table has; null for a text. */
  rows: number | null
  facts: number
  quote: Quote | null
}

/** A source: its author, its text if it is held, and the requested sentence. */
function SourcePage({ network, source, passages, ...props }: SourcePageProps) {
  const reader = useReader()
  const { later, rows, facts, quote } = props
  const { t } = reader
  return (
    <article>
      <PageHeading
        kicker={<SourceKind kind={source.kind} />}
        lead={
          <p>
            {source.publisher}
            {source.published ? (
              <>
                {' · '}
                <FuzzyDate {...dateWords(reader, source.published)} />
              </>
            ) : null}
            {' · '}
            {t('registry.source.facts', { count: facts })}
          </p>
        }
      >
        <Passage text={source.title} as="span" tags="ask" />
      </PageHeading>
      <Passage text={source.note} />
      {source.retoldSlug && source.retoldTitle ? (
        <p>
          <a href={paths.source(reader, network.slug, source.retoldSlug)}>
            {t('registry.source.retells', {
              title: chooseText(source.retoldTitle, reader.language)?.text ?? source.retoldSlug,
            })}
          </a>
        </p>
      ) : null}
      {source.url ? (
        <p>
          <a href={source.url} rel="noreferrer">
            {t('registry.source.external')}
          </a>
        </p>
      ) : null}
      {quote?.state === 'changed' ? <Notice kind="warning">{t('registry.source.changed')}</Notice> : null}
      {passages.length === 0 ? (
        <EmptyState
          title={t('registry.source.notHeldTitle')}
          why={t('registry.source.notHeldWhy')}
          next={
            source.kind === 'minutes' ? (
              <code>{t('registry.source.notHeldNext', { slug: source.slug })}</code>
            ) : undefined
          }
        />
      ) : (
        <>
          {source.language === reader.interfaceLanguage ? null : (
            <p class="quiet">
              {t('registry.source.onlyIn', { language: languageInWords(reader, source.language) })}
            </p>
          )}
          <div class="source-text" {...languageAttributes(reader, source.language)}>
            {passages.map((passage, index) => (
              <>
                {newHeadings(passages[index - 1], passage).map(({ level, text }) => (
                  <Heading key={text} level={level} text={text} />
                ))}
                <p id={`p${passage.position}`}>
                  <Quoted passage={passage} quote={quote?.position === passage.position ? quote : null} />
                </p>
              </>
            ))}
          </div>
          {rows !== null && rows > passages.length ? (
            <p class="quiet">{t('registry.source.rows', { total: rows })}</p>
          ) : null}
          {later > 0 ? <p class="quiet">{t('registry.source.later', { count: later })}</p> : null}
        </>
      )}
    </article>
  )
}

function Quoted({ passage, quote }: { passage: StoredPassage; quote: Quote | null }) {
  if (!quote) return <>{passage.text}</>
  return (
    <>
      {passage.text.slice(0, quote.start)}
      <mark id="quote">{passage.text.slice(quote.start, quote.end)}</mark>
      {passage.text.slice(quote.end)}
    </>
  )
}

// The page’s own title is the h1: the document’s titles begin at h2.
function Heading({ level, text }: { level: number; text: string }) {
  if (level === 0) return <h2>{text}</h2>
  return level === 1 ? <h3>{text}</h3> : <h4>{text}</h4>
}

function newHeadings(
  previous: StoredPassage | undefined,
  passage: StoredPassage,
): { level: number; text: string }[] {
  const before = previous?.heading ?? []
  const first = passage.heading.findIndex((text, level) => text !== before[level])
  if (first < 0) return []
  return passage.heading.slice(first).map((text, index) => ({ level: first + index, text }))
}

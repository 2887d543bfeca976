import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { Source, StoredPassage } from '../queries.ts'
import type { Quote } from '../quote.ts'
import { SourceKind } from './sources-page.tsx'

interface SourcePageProps {
  network: Network
  source: Source
  passages: StoredPassage[]
  /** Passages left out, which tell what became known later. */
  later: number
  /** How many rows a table has; null for a text. */
  rows: number | null
  facts: number
  quote: Quote | null
}

/** A source: who wrote it, its text where it is held, and the sentence that was asked for. */
export function SourcePage({ network, source, passages, ...props }: SourcePageProps) {
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
        <Passage text={source.title} as="span" tags={false} />
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

// The page's own title is the h1: the document's titles begin at h2.
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

import type { ComponentChildren } from 'preact'
import type { Reader } from '../../platform/i18n/reader.ts'
import { languageAttributes } from '../text/language-attributes.ts'
import { LanguageTag } from '../text/text-tags.tsx'

interface SourcePassageProps {
  reader: Reader
  /** BCP 47 tag of the source. */
  language: string
  /** The words that hold the fact, and those around them. */
  before?: string
  text: string
  after?: string
  source: string
  /** The passage on its source's page. */
  href: string
  /** Where it stands: headings, page, paragraph. */
  place?: ComponentChildren
}

/** A passage in its source's language, the telling words marked: the answer to `data-passage`, and usable in a page. */
export function SourcePassage({
  reader,
  language,
  before,
  text,
  after,
  source,
  href,
  place,
}: SourcePassageProps) {
  return (
    <figure class="source-passage">
      <blockquote {...languageAttributes(reader, language)}>
        {before}
        <mark>{text}</mark>
        {after}
      </blockquote>
      <figcaption>
        <a href={href}>{source}</a>
        {place ? <span class="source-place"> · {place}</span> : null}
        <LanguageTag reader={reader} language={language} />
      </figcaption>
    </figure>
  )
}

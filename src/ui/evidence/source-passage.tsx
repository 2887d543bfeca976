import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { languageAttributes } from '../text/language-attributes.ts'
import { LanguageTag } from '../text/text-tags.tsx'

interface SourcePassageProps {
  /** BCP 47 tag of the source. */
  language: string
  /** The words that hold the fact, and those around them. */
  before?: string
  text: string
  after?: string
  source: string
  /** The passage on its source's page. */
  href: string
  /** Its place: headings, page, paragraph. */
  place?: ComponentChildren
}

/** A passage in its source’s language, the relevant words marked: the answer to `data-passage`, and usable in a page. */
export function SourcePassage({ language, before, text, after, source, href, place }: SourcePassageProps) {
  const reader = useReader()
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
        <LanguageTag language={language} />
      </figcaption>
    </figure>
  )
}

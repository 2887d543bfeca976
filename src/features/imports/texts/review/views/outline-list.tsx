import { useReader } from '../../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { factsAPage, type ReviewData } from '../review-data.ts'

interface OutlineListProps {
  data: ReviewData
  /** A page of all facts. */
  href: (page: string | undefined) => string
}

/** The titles of the text: each leads to its place, on whichever page of the facts that is. */
export function OutlineList({ data, href }: OutlineListProps) {
  const reader = useReader()
  if (data.outline.length < 2) return null
  const isHere = new Set(data.passages.map(({ position }) => position))
  return (
    <details class="read-outline">
      <summary>{reader.t('imports.text.review.outline')}</summary>
      <ol {...languageAttributes(reader, data.text.language ?? 'fr')}>
        {data.outline.map(({ position, level, text, fact }) => {
          const page = fact === null ? 1 : Math.floor(fact / factsAPage) + 1
          const anchor = `#p${position + 1}`
          return (
            <li key={position} class={`outline-${Math.min(level, 3)}`}>
              <a
                href={
                  isHere.has(position) ? anchor : `${href(page === 1 ? undefined : String(page))}${anchor}`
                }
              >
                {text}
              </a>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

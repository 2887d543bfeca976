import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { FoundTerm } from '../../find-terms.ts'

interface OriginalTextProps {
  text: string
  language: string
  terms: readonly FoundTerm[]
}

/** A text with its terms as links to their translations: underlined, reached by keyboard, announced as links. */
export function OriginalText({ text, language, terms }: OriginalTextProps) {
  const reader = useReader()
  let last = 0
  const parts = terms.flatMap(({ start, end, term }) => {
    const before = text.slice(last, start)
    last = end
    return [
      before,
      <a key={start} href={`#${termId(term.key)}`} aria-describedby={termId(term.key)}>
        {text.slice(start, end)}
      </a>,
    ]
  })
  return (
    <div class="written written-original" {...languageAttributes(reader, language)}>
      {parts}
      {text.slice(last)}
    </div>
  )
}

/** The id of a term’s explanation in the list of terms. */
export function termId(key: string): string {
  return `term-${key}`
}

import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import type { FoundTerm } from '../../glossary/find-terms.ts'
import { isGlossaryLanguage } from '../../glossary/terms.ts'
import { termId } from './original-text.tsx'

interface TermListProps {
  terms: readonly FoundTerm[]
  from: string
  to: string
}

/** What the terms of a text are called in the other language, with what to take care of; nothing without a term. */
export function TermList({ terms, from, to }: TermListProps) {
  const reader = useReader()
  const [source, target] = [from, to].filter(isGlossaryLanguage)
  if (source === undefined || target === undefined || terms.length === 0) return null
  const each = new Map(terms.map(({ term }) => [term.key, term]))
  return (
    <Section id="terms" title={reader.t('translations.editor.terms')}>
      <dl class="terms">
        {[...each.values()].map((term) => (
          <div key={term.key} id={termId(term.key)}>
            <dt {...languageAttributes(reader, source)}>{term.words[source]}</dt>
            <dd {...languageAttributes(reader, target)}>
              <strong>{term.words[target]}</strong>
            </dd>
            {term.notes[reader.interfaceLanguage] ? (
              <dd class="quiet">{term.notes[reader.interfaceLanguage]}</dd>
            ) : null}
          </div>
        ))}
      </dl>
    </Section>
  )
}

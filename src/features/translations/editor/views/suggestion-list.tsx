import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Name } from '../../../../ui/text/name.tsx'
import type { Suggestion } from '../../memory/queries.ts'
import { paths } from '../../paths.ts'

interface SuggestionListProps {
  suggestions: Suggestion[]
  from: string
  to: string
}

/** How people have translated what is like this text, the likest first; nothing where there is nothing alike. */
export function SuggestionList({ suggestions, from, to }: SuggestionListProps) {
  const reader = useReader()
  const { t } = reader
  if (suggestions.length === 0) return null
  return (
    <Section id="memory" title={t('translations.editor.memory')}>
      <EntryList
        entries={suggestions.map(({ source, target, likeness, record }) => ({
          key: `${source} ${target}`,
          title: <span {...languageAttributes(reader, to)}>{target}</span>,
          meta: <span {...languageAttributes(reader, from)}>{source}</span>,
          body: (
            <p class="quiet">
              {likeness === 1
                ? t('translations.editor.exact')
                : t('translations.editor.likeness', { percent: Math.floor(likeness * 100) })}
              {' · '}
              <a href={paths.record(reader, record.network, record.address)}>
                <Name name={record.label} />
              </a>
            </p>
          ),
        }))}
      />
    </Section>
  )
}

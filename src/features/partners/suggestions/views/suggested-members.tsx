import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { NamedThings } from '../named/queries.ts'
import type { Suggestions } from '../suggest.ts'
import { SuggestionItem } from './suggestion-item.tsx'

interface SuggestedMembersProps {
  reader: Reader
  network: string
  /** Slug of whoever wishes: the way to all authorities. */
  slug: string
  suggestions: Suggestions
  named: NamedThings
}

/** The members that would suit one wish, on its page; those with whom there is a tie come after the others. */
export function SuggestedMembers({ reader, network, slug, suggestions, named }: SuggestedMembersProps) {
  const { t } = reader
  const { own, best, tied } = suggestions
  if (best.length + tied.length === 0) return null
  return (
    <Section id="suggested" title={t('partners.suggestion.membersTitle')}>
      <p>{t('partners.suggestion.membersLead')}</p>
      <ol class="suggestions">
        {[...best, ...tied].map((suggestion) => (
          <SuggestionItem
            key={suggestion.id}
            reader={reader}
            network={network}
            named={named}
            ownId={own.id}
            suggestion={suggestion}
          />
        ))}
      </ol>
      <p>
        <a href={paths.suggestions(reader, network, slug)}>{t('partners.suggestion.amongEverybody')}</a>
      </p>
    </Section>
  )
}

import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { NamedThings } from '../named.queries.ts'
import type { Suggestions } from '../suggest.ts'
import { SuggestionItem } from './suggestion-item.tsx'

interface SuggestedMembersProps {
  network: string
  /** Slug of the authority that wishes: the way to all authorities. */
  slug: string
  suggestions: Suggestions
  named: NamedThings
}

/** The members that would suit one wish, on its page; those with a tie are listed apart, after the others. */
export function SuggestedMembers({ network, slug, suggestions, named }: SuggestedMembersProps) {
  const reader = useReader()
  const { t } = reader
  const { own, best, tied } = suggestions
  if (best.length + tied.length === 0) return null
  const item = { reader, network, named, ownId: own.id }
  return (
    <Section id="suggested" title={t('partners.suggestion.membersTitle')}>
      <p>{t('partners.suggestion.membersLead')}</p>
      {best.length === 0 ? null : (
        <ol class="suggestions">
          {best.map((suggestion) => (
            <SuggestionItem key={suggestion.id} {...item} suggestion={suggestion} />
          ))}
        </ol>
      )}
      {tied.length === 0 ? null : (
        <>
          <h3>{t('partners.suggestion.tied')}</h3>
          <ul class="suggestions">
            {tied.map((suggestion) => (
              <SuggestionItem key={suggestion.id} {...item} suggestion={suggestion} level={4} />
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={paths.suggestions(reader, network, slug)}>{t('partners.suggestion.amongEverybody')}</a>
      </p>
    </Section>
  )
}

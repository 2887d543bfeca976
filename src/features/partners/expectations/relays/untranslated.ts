import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Expectation } from '../expectation.ts'
import type { MemberRequest } from '../requests.queries.ts'

/** A part of a reply in another language than its reader’s, or in a translation that is not reviewed. */
export interface Untranslated {
  /** Null for the title of the expectation itself. */
  request: MemberRequest | null
  language: string
  state: 'missing' | 'machine' | 'stale'
}

/** Parts of a reply that are not yet in order for readers of these languages: its title, then answers in their order. */
export function listUntranslated(
  { title }: Pick<Expectation, 'title'>,
  requests: readonly MemberRequest[],
  languages: readonly string[],
): Untranslated[] {
  const texts = [
    { request: null, text: title },
    ...requests.map((request) => ({ request, text: request.words })),
  ]
  return texts.flatMap(({ request, text }) =>
    languages.flatMap((language) => {
      const state = stateIn(text, language)
      return state === null ? [] : [{ request, language, state }]
    }),
  )
}

function stateIn(text: LocalizedText, language: string): Untranslated['state'] | null {
  if (Object.keys(text).length === 0) return null
  const state = text[language]?.state
  if (state === undefined) return 'missing'
  return state === 'machine' || state === 'stale' ? state : null
}

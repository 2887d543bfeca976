import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Suggestion } from '../queries.ts'

/** The author of a suggestion, in words. */
export function authorWords({ t }: Reader, { author, isFromReader }: Suggestion): string {
  if (isFromReader) return author ?? t('contributions.suggestion.stranger')
  return author ?? t('contributions.history.someone')
}

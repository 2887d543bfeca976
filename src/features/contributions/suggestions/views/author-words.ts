import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Suggestion } from '../queries.ts'

/** Who suggested something, in words. */
export function authorWords({ t }: Reader, { author, isFromReader }: Suggestion): string {
  if (isFromReader) return author ?? t('contributions.suggestion.stranger')
  return author ?? t('contributions.history.someone')
}

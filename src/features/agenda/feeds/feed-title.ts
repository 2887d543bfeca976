import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'

/** The title of a feed: the agenda, and its network. */
export function feedTitle({ t, language }: Reader, { name }: { name: LocalizedName }): string {
  return `${t('agenda.list.title')} – ${chooseName(name, language).text}`
}

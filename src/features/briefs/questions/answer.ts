import { mergeLocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type DocumentItem, emptyItem } from '../items/document.ts'

/** What the office of a partner says of an item; '' and null for what it left empty. */
export interface Answer {
  text: string
  source: string
  /** ISO day. */
  day: string | null
}

export function isAnswered({ text, source, day }: Answer): boolean {
  return text !== '' || source !== '' || day !== null
}

interface Told {
  /** Of the answer. */
  language: string
  today: string
  /** The office, in words. */
  by: string
}

/**
 * An item as an answer would have it. A day or a source alone says that the words are still right; other words leave their old source
 * behind. An answer that names a source is a check of it.
 */
export function itemAnswered(
  before: DocumentItem = emptyItem,
  { text, source, day }: Answer,
  { language, today, by }: Told,
): DocumentItem {
  const isOther = text !== '' && text !== before.text[language]?.text.trim()
  const typed = { texts: { [language]: text }, reviewed: [], original: language }
  const kept = isOther ? emptyItem : before
  const { sourceLanguage, sourceUrl, passage } =
    source === '' ? kept : { ...emptyItem, sourceLanguage: language }
  const asOf = day ?? kept.asOf
  const isPast = kept.validUntil !== null && kept.validUntil < (asOf ?? today)
  const named = source || kept.source
  return {
    text: isOther ? mergeLocalizedText(before.text, typed) : before.text,
    source: named,
    sourceLanguage,
    sourceUrl,
    passage,
    asOf,
    validUntil: isPast ? null : kept.validUntil,
    checkedOn: named === '' ? null : today,
    checkedBy: named === '' ? '' : by,
  }
}

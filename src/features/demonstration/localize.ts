import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Words } from './schema.ts'

/** Our own texts: French is the original, Korean and English are machine-made until a named person reviews them. */
export function localize(words: Words | string | null | undefined): LocalizedText {
  if (!words) return {}
  if (typeof words === 'string') return { fr: { text: words, state: 'original' } }
  return {
    fr: { text: words.fr, state: 'original' },
    ko: { text: words.ko, state: 'machine' },
    en: { text: words.en, state: 'machine' },
  }
}

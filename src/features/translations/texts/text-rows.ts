import type { LocalizedText, TextState } from '../../../platform/i18n/localized-text.ts'
import { grams, searchText } from '../../../platform/search/index.ts'
import type { RecordTexts } from '../../../platform/translation/text-owner.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'

/** The state of a text in one language in the index; `missing`: the network works in it and the text lacks it. */
export type IndexedState = TextState | 'missing'

/** The machine that made a text, the time, and the batch. */
export interface Provenance {
  path: string
  language: string
  machineBy: string
  machineAt: string
  batchId: string | null
}

export interface TextRow {
  record_kind: string
  record_id: string
  path: string
  language: string
  state: IndexedState
  waits: number | null
  text: string
  original_language: string
  known_on: string
  search: string
  grams: string[]
}

/** How urgently a text waits for a translator; null if it is reliable. */
export function urgencyOf(state: IndexedState): number | null {
  return { stale: 1, machine: 2, missing: 3, reviewed: null, original: null }[state]
}

/** The rows of a record: each text in each language that it has or in which its network works. */
export function textRows(record: RecordTexts, languages: readonly string[]): TextRow[] {
  return record.texts.flatMap(({ path, text, knownOn }) => {
    const original = originalLanguage(text)
    if (original === null) return []
    return [...new Set([...languages, ...Object.keys(text)])].map((language) => {
      const { words, state } = passageOf(text, language, original)
      const search = searchText([words, text[original]?.text ?? ''])
      return {
        record_kind: record.recordKind,
        record_id: record.recordId,
        path,
        language,
        state,
        waits: urgencyOf(state),
        text: words,
        original_language: original,
        known_on: knownOn,
        search,
        grams: grams(search),
      }
    })
  })
}

function passageOf(
  text: LocalizedText,
  language: string,
  original: string,
): { words: string; state: IndexedState } {
  const passage = text[language]
  if (passage === undefined || passage.text === '') return { words: '', state: 'missing' }
  return { words: passage.text, state: language === original ? 'original' : passage.state }
}

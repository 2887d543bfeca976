import type { LocalizedText, TextState } from './localized-text.ts'

/** What an editor typed: a text for each language shown, '' for none, and its states. */
export interface TypedText {
  texts: Record<string, string>
  /** Languages whose text they have read over. */
  reviewed: string[]
  /** The language they call the original; null when they did not say. */
  original: string | null
}

/**
 * A text after an edit. When the original changes, every text that was not changed or read over in the same step
 * turns stale; a changed text is reviewed; an empty one goes; the first one typed is the original. Languages
 * that were not shown stay, and nothing typed changes nothing.
 */
export function mergeLocalizedText(
  previous: LocalizedText,
  typed: TypedText,
  { by = 'person' }: { by?: 'person' | 'machine' } = {},
): LocalizedText {
  const texts = textsAfter(previous, typed)
  const isChanged = (language: string) => texts[language] !== previous[language]?.text
  const original = originalAfter(previous, typed, texts, by === 'person' ? isChanged : () => false)
  const isOriginalChanged = original !== undefined && isChanged(original)
  const stateOf = (language: string): TextState => {
    if (language === original) return 'original'
    if (isChanged(language)) return by === 'machine' ? 'machine' : 'reviewed'
    if (typed.reviewed.includes(language)) return 'reviewed'
    if (isOriginalChanged) return 'stale'
    const state = previous[language]?.state ?? 'reviewed'
    return state === 'original' && original !== undefined ? 'reviewed' : state
  }
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, { text, state: stateOf(language) }]),
  )
}

function textsAfter(previous: LocalizedText, { texts }: TypedText): Record<string, string> {
  const kept = Object.entries(previous).map(([language, { text }]): [string, string] => [language, text])
  const given = Object.entries(texts).map(([language, text]): [string, string] => {
    const before = previous[language]?.text
    const isUntouched = before !== undefined && text.trim() !== '' && asSent(before) === asSent(text)
    return [language, isUntouched ? before : text.trim()]
  })
  return Object.fromEntries([...new Map([...kept, ...given])].filter(([, text]) => text !== ''))
}

// A form sends one kind of line end, and loses the spaces around a text: what comes back so was not touched.
function asSent(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim()
}

function originalAfter(
  previous: LocalizedText,
  typed: TypedText,
  texts: Record<string, string>,
  isChanged: (language: string) => boolean,
): string | undefined {
  const said = typed.original
  if (said !== null && texts[said] !== undefined) return said
  const before = Object.keys(previous).find((language) => previous[language]?.state === 'original')
  if (before !== undefined && texts[before] !== undefined) return before
  const first = Object.keys(typed.texts).find((language) => texts[language] && isChanged(language))
  if (first !== undefined || before === undefined) return first
  // The original was removed: a text that a person answers for replaces it, a machine’s never does.
  return (['reviewed', 'stale'] as const)
    .flatMap((state) => Object.keys(texts).filter((language) => previous[language]?.state === state))
    .at(0)
}

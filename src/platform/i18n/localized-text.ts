/** How far a text can be relied on in one language. `stale`: the original has changed since. */
export const textStates = ['original', 'reviewed', 'machine', 'stale'] as const
export type TextState = (typeof textStates)[number]

/** Prose in several languages: BCP 47 tag → text and its state. */
export type LocalizedText = Record<string, { text: string; state: TextState }>

/** A proper name in several languages: BCP 47 tag → name. */
export type LocalizedName = Record<string, string>

export interface ChosenText {
  text: string
  language: string
  state: TextState
}

/** The passage a reader gets: in their language, else the original, else English, else any; null when empty. */
export function chooseText(text: LocalizedText, language: string): ChosenText | null {
  const own = text[language]
  if (own !== undefined && own.text !== '') return { ...own, language }
  const original = Object.entries(text).find(([, passage]) => passage.state === 'original')?.[0]
  for (const candidate of [language, original, 'en', ...Object.keys(text)]) {
    const passage = candidate === undefined ? undefined : text[candidate]
    if (candidate !== undefined && passage !== undefined && passage.text !== '')
      return { ...passage, language: candidate }
  }
  return null
}

/** The name a reader gets, with the language it is in: theirs, else English, French, or any. */
export function chooseName(name: LocalizedName, language: string): { text: string; language: string } {
  for (const candidate of [language, 'en', 'fr', ...Object.keys(name)]) {
    const text = name[candidate]
    if (text) return { text, language: candidate }
  }
  return { text: '', language }
}

/**
 * A text without translations that its original has left behind, for places that do not show how far it can be relied on: such a
 * translation would send people to another room.
 */
export function currentText(text: LocalizedText): LocalizedText {
  return originalsOf(text).length === 0
    ? text
    : Object.fromEntries(Object.entries(text).filter(([, { state }]) => state !== 'stale'))
}

/** What a text says in the languages in which it was written. */
export function originalsOf(text: LocalizedText): string[] {
  return Object.values(text).flatMap((passage) =>
    passage.state === 'original' && passage.text !== '' ? [passage.text] : [],
  )
}

/** The words of a text without their states: language → text. */
export function plainText(text: LocalizedText): LocalizedName {
  return Object.fromEntries(Object.entries(text).map(([language, passage]) => [language, passage.text]))
}

/** The states of a record's texts, by the place of each in it; empty texts are left out. */
export function textStatesOf(
  texts: Record<string, LocalizedText>,
): Record<string, Record<string, TextState>> {
  const stated: Record<string, Record<string, TextState>> = {}
  for (const [place, text] of Object.entries(texts)) {
    const passages = Object.entries(text)
    if (passages.length > 0)
      stated[place] = Object.fromEntries(passages.map(([language, { state }]) => [language, state]))
  }
  return stated
}

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

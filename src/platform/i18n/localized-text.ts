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

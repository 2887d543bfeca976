import type { Context } from '../context/context.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'
import type { LocalizedText } from '../i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../i18n/translate.ts'

/** One thing that a letter reports: an event, a new tie, a decision. Its words stay as they were when it was gathered. */
export interface LetterItem {
  /** Stays the same as long as it is the same thing, `event:ID`: what an editor changes is kept under it. */
  key: string
  title: LocalizedText
  /** A sentence or two. */
  text: LocalizedText
  /** Facts in a line, by language of the interface: when, on both sides’ clocks; where; with which partners. */
  facts: Record<InterfaceLanguage, string[]>
  /** The proposer, as they want to be named. */
  credit: LocalizedText
  /** Follows the network’s own address, `/agenda/osong-week`; null where nothing more is to be read. */
  path: string | null
  /** Codes of themes, for readers who want only these. */
  themes: string[]
  /** The authorities that it concerns, for readers who want only what concerns theirs. */
  organisationIds: string[]
  /**
   * Keys of items that other sources may have for the same thing, `event:ID` of a meeting: where one is there, the letter shows only this
   * item, which says more. It takes over from the other a text where it has none, themes, and the authorities concerned.
   */
  tells?: readonly string[]
}

/** What a letter leaves out: what there is more of than it has room for, or what nobody has confirmed yet. */
export interface LeftOut {
  kind: 'more' | 'unconfirmed'
  count: number
  /** Where it is found: follows the network’s own address, `/agenda?when=past`. */
  path: string
}

/** What the items of a letter are gathered from. */
export interface LetterContext {
  context: Context
  network: { id: string; slug: string; countries: readonly string[]; languages: readonly string[] }
  /** Words of the interface in each of its languages. */
  translate(language: InterfaceLanguage): Translate
  /** When the letter before was gathered; null before the first. */
  since: Temporal.Instant | null
}

/** The order of a letter: what is to come, what has been, the state of the group. */
export const letterPlaces = ['ahead', 'behind', 'group'] as const

/** A part of a letter that a feature offers, gathered from its own records as an anonymous reader sees them. */
export interface LetterSource {
  /** Feature and part, `agenda.comingUp`. */
  key: string
  place: (typeof letterPlaces)[number]
  title: PlainMessageKey
  /** The items in the order in which they are read; none where there is no news. */
  gather(ground: LetterContext): Promise<LetterItem[]>
  /** What there is beside what was gathered: shown to editors, and the part for which there was no room to readers too. */
  leftOut?(ground: LetterContext, told: readonly LetterItem[]): Promise<LeftOut[]>
}

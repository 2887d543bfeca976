import type { Context } from '../context/context.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'
import type { LocalizedText } from '../i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../i18n/translate.ts'

/** One thing that a letter tells of: an event, a new tie, a decision. What it says stays as it was when it was gathered. */
export interface LetterItem {
  /** The same for as long as it is the same thing, `event:ID`: what an editor changes is kept under it. */
  key: string
  title: LocalizedText
  /** A sentence or two. */
  text: LocalizedText
  /** Facts in a line, by language of the interface: when, on both sides’ clocks; where; with whom. */
  facts: Record<InterfaceLanguage, string[]>
  /** Who proposed it, as they want to be named. */
  credit: LocalizedText
  /** Follows the network’s own address, `/agenda/osong-week`; null where nothing more is to be read. */
  path: string | null
  /** Codes of themes, for readers who want only these. */
  themes: string[]
  /** Whom it concerns, for readers who want only what concerns their authority. */
  organisationIds: string[]
  /**
   * Keys of items that other sources may have of the same thing, `event:ID` of a meeting: where there is one, the letter tells it once, by
   * this item, which says more. It takes over a text where it has none of its own, themes, and whom it concerns.
   */
  tells?: readonly string[]
}

/** What a letter does not tell: what there is more of than it has room for, or what nobody has confirmed yet. */
export interface LeftOut {
  kind: 'more' | 'unconfirmed'
  count: number
  /** Where it is found: follows the network’s own address, `/agenda?when=past`. */
  path: string
}

/** What the items of a letter are gathered from. */
export interface LetterGround {
  context: Context
  network: { id: string; slug: string; countries: readonly string[]; languages: readonly string[] }
  /** Words of the interface in each of its languages. */
  translate(language: InterfaceLanguage): Translate
  /** When the letter before was gathered; null before the first. */
  since: Temporal.Instant | null
}

/** What a letter tells first, next and last: what is to come, what has been, how the group stands. */
export const letterPlaces = ['ahead', 'behind', 'group'] as const

/** A part of a letter that a feature offers, gathered from its own records as an anonymous reader sees them. */
export interface LetterSource {
  /** Feature and part, `agenda.comingUp`. */
  key: string
  place: (typeof letterPlaces)[number]
  title: PlainMessageKey
  /** The items in the order in which they are read; none where there is nothing to tell. */
  gather(ground: LetterGround): Promise<LetterItem[]>
  /** What there is beside what was gathered: told to editors, and what there is more of to readers too. */
  leftOut?(ground: LetterGround, told: readonly LetterItem[]): Promise<LeftOut[]>
}

import type { TextDocument, TextPassage } from '../../../../platform/reading/text-document.ts'
import type { NameBook, NamedAuthority, NamedTown } from '../names/name-book.ts'
import type { Reading } from '../reading.ts'

/** What the process that understands is told: a text without its passages, then what it asks for, one answer a question. */
export type UnderstandingOrder = { of: 'text'; head: Omit<TextDocument, 'passages' | 'source'> } | Told

export type Told =
  /** Null when there are no more. Their places in the source stay at home. */
  | { of: 'passages'; passages: TextPassage[] | null }
  | { of: 'named'; rows: NamedAuthority[] }
  /** One a line. */
  | { of: 'names'; names: string }
  | { of: 'towns'; rows: NamedTown[] }

/** What it asks, one question at a time. */
export type Asked =
  | { of: 'passages' }
  | { of: 'named'; folded: string[] }
  | { of: 'names' }
  | { of: 'towns'; asked: Parameters<NameBook['listFrenchTowns']>[0]; most: number }

/** What comes of it. */
export type UnderstandingAnswer = Asked | { of: 'reading'; reading: Reading } | { of: 'fault'; words: string }

import type { TextDocument, TextPassage } from '../../../../platform/reading/text-document.ts'
import type { NameBook, NamedAuthority, NamedTown } from '../names/gazetteer.ts'
import type { Reading } from '../reading.ts'

/** Messages to the process that understands: a text without its passages, then one answer to each question. */
export type UnderstandingOrder = { of: 'text'; head: Omit<TextDocument, 'passages' | 'source'> } | Told

export type Told =
  /** Null when there are no more. Their places in the source stay with the caller. */
  | { of: 'passages'; passages: TextPassage[] | null }
  | { of: 'named'; rows: NamedAuthority[] }
  /** One a line. */
  | { of: 'names'; names: string }
  | { of: 'towns'; rows: NamedTown[] }

/** Its questions, one at a time. */
export type Asked =
  | { of: 'passages' }
  | { of: 'named'; folded: string[] }
  | { of: 'names' }
  | { of: 'towns'; asked: Parameters<NameBook['listFrenchTowns']>[0]; most: number }

/** Its results. */
export type UnderstandingAnswer = Asked | { of: 'reading'; reading: Reading } | { of: 'fault'; words: string }

import type { NamedFile } from './file-kind.ts'
import type { TextDocument, TextPassage } from './text-document.ts'
import type { TextTrouble } from './text-unreadable.ts'

/** The order of a reading process; the bytes follow on its standard input. */
export interface ReadingOrder {
  file: NamedFile
  bytes: number
}

/** Places take a third of the room this way. */
export type SentPassage = Omit<TextPassage, 'at'> & { at: Int32Array }

/** Its answer: how far it is, each text in pieces that take no time to receive, then the end or what went wrong. */
export type ReadingAnswer =
  | { is: 'progress'; done: number; of: number }
  | { is: 'document'; name: string; head: Omit<TextDocument, 'passages'> }
  | { is: 'passages'; passages: SentPassage[] }
  | { is: 'unreadable'; code: TextTrouble; detail: string }
  | { is: 'end' }

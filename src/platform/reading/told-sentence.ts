import type { Context } from '../context/context.ts'
import type { TextDocument } from './text-document.ts'

/** A sentence with what is known of its place in the text; offsets count from its own beginning. */
export interface ToldSentence {
  text: string
  /** Its place: the passage by its number in the document, and UTF-16 offsets in that passage. */
  quote: { passage: number; start: number; end: number }
  /** The parties of the one tie that it is about; null in one that is not certain. Null if it is about none, or several. */
  tie: (string | null)[] | null
  /** The authorities that it names. */
  named: { id: string | null; start: number; end: number }[]
  /** Whom it is about, if it names nobody. */
  subject: string | null
  /** EDTF. */
  dates: { edtf: string | null; start: number; end: number }[]
}

/**
 * The sentences of a text that have a theme, for features beneath the one that understands texts. Refuses with a `TextUnreadable` what
 * takes too long.
 */
export type TellSentences = (
  context: Context,
  document: TextDocument,
  signal: AbortSignal,
) => Promise<ToldSentence[]>

import type { Context } from '../../context/context.ts'
import type { ReturnKind } from './mail-return.ts'

/** A mail, or a reader’s letter of a mailing, that did not arrive: refused at once, given up, or sent back later. */
export interface ReturnedMail {
  /** Of the mail, or of the mailing. */
  id: string
  /** Feature and what it is for, as the feature wrote it. */
  mailKind: string
  networkId: string | null
  address: string
  /** For a letter of a mailing: its reader, by the id that the feature gave. */
  readerId: string | null
  kind: ReturnKind
  /** In the words of the server. */
  words: string
  /** When it left, or was given up. */
  leftAt: Date
}

/**
 * Hears of every mail that did not arrive, in a transaction of its own; of the same one again once it is worse, and perhaps
 * twice. A feature ignores mails that it did not write.
 */
export type HearReturn = (context: Context, returned: ReturnedMail) => Promise<void>

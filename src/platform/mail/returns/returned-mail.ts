import type { Context } from '../../context/context.ts'
import type { ReturnKind } from './mail-return.ts'

/** A mail, or somebody's letter to many, that did not arrive: refused at once, given up, or sent back later. */
export interface ReturnedMail {
  /** Of the mail, or of the mailing. */
  id: string
  /** Feature and what it is for, as the feature wrote it. */
  mailKind: string
  networkId: string | null
  address: string
  /** Of a letter to many: whose it was, by the id that the feature gave. */
  readerId: string | null
  kind: ReturnKind
  /** In the words of the server. */
  words: string
  /** When it left, or was given up. */
  leftAt: Date
}

/**
 * Hears of every mail that did not arrive, in a transaction of its own; of the same one again once it is worse, and perhaps
 * twice. What a feature did not write says nothing to it.
 */
export type HearReturn = (context: Context, returned: ReturnedMail) => Promise<void>

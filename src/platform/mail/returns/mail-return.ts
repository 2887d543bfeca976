import type { Context } from '../../context/context.ts'

/**
 * How a mail came back. `hard`: the box is not there and will not be. `soft`: it is full, or its server would not have this mail
 * today, or not from us. `complaint`: its reader calls it junk.
 */
export const returnKinds = ['hard', 'soft', 'complaint'] as const
export type ReturnKind = (typeof returnKinds)[number]

export interface MailReturn {
  /** Message-ID of the mail that came back, with its angle brackets. */
  messageId: string
  /** The recipient of that mail, where the report names one. */
  recipient: string | null
  kind: ReturnKind
  /** In the words of the server, in one line. */
  words: string
}

// Among permanent failures (5), the details that concern the box and not its state, this mail or us (RFC 3463).
const isAboutTheBox = /^5\.(1\.([1-69]|10)|2\.1|4\.[14])$/
const noSuchBox =
  /no such (user|mailbox|recipient|account)|user (unknown|not found|doesn'?t exist)|unknown (user|recipient|mailbox)|does(n'?t| not) exist|mailbox (unavailable|not found|disabled)|recipient (address )?(rejected|not found)|account (has been )?(disabled|closed)|존재하지 않|없는 (사용자|계정|메일)|휴면/i
const isForNow =
  /quota|mailbox (is )?full|over ?quota|insufficient|too (large|big|many)|rate|spam|junk|blocked|blacklist|block ?list|policy|dmarc|spf|dkim|reputation|용량|스팸|차단/i

/** The kind that an enhanced status such as `5.1.1` means, with the server's words beside it. */
export function kindOfStatus(status: string, said: string): ReturnKind {
  if (status.startsWith('4')) return 'soft'
  if (isForNow.test(said)) return 'soft'
  if (isAboutTheBox.test(status) || noSuchBox.test(said)) return 'hard'
  return 'soft'
}

/** Answers of ours instead of a server's: the first concerns the reader, the others us. */
export const ownWords = {
  noAddress: 'This is no address to which mail can be sent',
  withoutLinks: 'Its links are in no backup: it was not sent again',
  notInTime: 'It was of no use any more before it could be sent',
  invented: 'Nobody has this address: it is invented',
  withoutText: 'Its text was removed before it could be sent',
}

/** What the answer of a server says by which a mail was refused or given up; null where it is not about its reader. */
export function kindOfWords(words: string): ReturnKind | null {
  if (words === ownWords.noAddress) return 'hard'
  if (Object.values(ownWords).includes(words)) return null
  return kindOfStatus(/\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? '', words)
}

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

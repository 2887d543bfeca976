import type { Context } from '../../context/context.ts'
import { isId } from '../../context/identifier.ts'
import type { ReadAnswer } from './reading/read-answer.ts'

export interface InboundFile {
  name: string
  type: string
  bytes: Uint8Array
}

/** The answer of a calendar program to an invitation (RFC 5546): what it means is for a feature to say. */
export interface CalendarReply {
  uid: string
  /** In small letters, without `mailto:`. */
  attendee: string
  answer: 'accepted' | 'declined' | 'tentative'
  /** When it was given (DTSTAMP); null where the program does not say. */
  at: Date | null
}

/** A mail that a person, or their calendar program, wrote to us. */
export interface InboundMessage {
  /** Of its row: `lookUpCut` has what was cut for thirty days. */
  id: string
  /** Digest of the token that this call is about; null where the mail names none. */
  digest: string | null
  /** Of every token that the mail names. */
  digests: readonly string[]
  /** What stands in place of a token and is none: the slug of a network, for questions by mail. */
  place: string | null
  from: { address: string; name: string }
  /** Whether a signature, or our server’s word, shows that it is from that address. It says nothing of who may answer. */
  isProven: boolean
  answer: ReadAnswer
  files: readonly InboundFile[]
  calendarReply: CalendarReply | null
}

/** What a feature does with mail that reaches ANSWER_ADDRESS. */
export interface AnswerTaker {
  /**
   * Takes a mail, in the transaction that remembers it: once, by whichever way and however often it comes. Called for each of its
   * tokens, or once without. What it throws undoes all, and the mail is tried again. `unknown`: the next feature is asked.
   */
  takes(context: Context, message: InboundMessage): Promise<'taken' | 'unknown'>
  /** Hears until when the bearer of a token is absent: all that is kept of an absence note. */
  hearAbsence?(context: Context, absence: { digest: string; from: string; until: string }): Promise<void>
}

/** The id in a calendar UID of ours of a kind (`meeting-…@…`); null where it is none. */
export function idInUid(uid: string | undefined, kind: 'meeting' | 'event'): string | null {
  const [, of, id = ''] = /^([a-z]+)-([^@]+)@/.exec(uid ?? '') ?? []
  return of === kind && isId(id) ? id : null
}

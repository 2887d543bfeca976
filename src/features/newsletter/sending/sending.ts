import type { Frequency } from '../subscribers/subscription.ts'

/** What is sent: an issue, to readers of every issue and of what concerns them; or the issues of a season together. */
export type SendingKind = 'issue' | 'digest'

/** Why a sending could not be prepared. */
export const troubles = ['tooLarge', 'withdrawn', 'fault'] as const
export type Trouble = (typeof troubles)[number]

export type SendingState = 'scheduled' | 'troubled' | 'sending' | 'paused' | 'cancelled' | 'done'

export interface Sending {
  id: string
  networkId: string
  kind: SendingKind
  issueId: string | null
  issueNumber: number | null
  /** Its letter was withdrawn: mails would lead to a page that is gone. */
  isWithdrawn: boolean
  /** First day of the season of a digest, ISO. */
  season: string | null
  /** A digest tells what was published in between. */
  tellsFrom: Date | null
  tellsUntil: Date | null
  /** ISO day of each reader before which nothing leaves. */
  startsOn: string
  orderedAt: Date
  prepareAt: Date
  mailingId: string | null
  preparedAfter: string | null
  preparedAt: Date | null
  trouble: Trouble | null
  troubleDetail: string
  cancelledAt: Date | null
  mailingState: string | null
  endedAt: Date | null
  /** The saved report, once its readers are deleted. */
  report: unknown
}

/** The possible outcomes of a reader’s letter. */
export const outcomes = [
  'waiting',
  'sent',
  'returned',
  'refused',
  'givenUp',
  'left',
  'nothing',
  'stopped',
] as const
export type Outcome = (typeof outcomes)[number]

/** Which readers get which kind of sending. */
export const readersOf: Readonly<Record<SendingKind, readonly Frequency[]>> = {
  issue: ['issue', 'concerns'],
  digest: ['digest'],
}

/** Hours before the first reader’s morning at which readers are fixed. */
export const preparedHours = 24

/** The state of a sending. */
export function stateOf({ cancelledAt, trouble, preparedAt, mailingState }: Sending): SendingState {
  if (cancelledAt !== null) return 'cancelled'
  if (trouble !== null) return 'troubled'
  if (preparedAt === null) return 'scheduled'
  if (mailingState === 'paused') return 'paused'
  return mailingState === 'sending' || mailingState === 'prepared' ? 'sending' : 'done'
}

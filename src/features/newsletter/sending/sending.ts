import type { Frequency } from '../subscribers/subscription.ts'

/** What is sent: an issue, to those who read each or what concerns them; or the issues of a season together. */
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
  /** A digest tells of what was published in between. */
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
  /** What became of it, once its readers are forgotten. */
  report: unknown
}

/** What became of a reader’s letter, said exactly. */
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

/** Who gets what kind of sending. */
export const readersOf: Readonly<Record<SendingKind, readonly Frequency[]>> = {
  issue: ['issue', 'concerns'],
  digest: ['digest'],
}

/** How long before the first reader’s morning readers are fixed. */
export const preparedHours = 24

/** Where a sending stands. */
export function stateOf({ cancelledAt, trouble, preparedAt, mailingState }: Sending): SendingState {
  if (cancelledAt !== null) return 'cancelled'
  if (trouble !== null) return 'troubled'
  if (preparedAt === null) return 'scheduled'
  if (mailingState === 'paused') return 'paused'
  return mailingState === 'sending' || mailingState === 'prepared' ? 'sending' : 'done'
}

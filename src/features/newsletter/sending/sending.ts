import { z } from 'zod'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Frequency } from '../subscribers/subscription.ts'
import { seasonOf } from './season.ts'

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

/** What is sent, in a few words: « Lettre n° 12 », « L’automne 2026 en une lettre ». */
export function sendingTitle({ t }: Reader, { issueNumber, season }: Sending): string {
  if (season === null) return t('newsletter.sending.issue', { number: String(issueNumber ?? '') })
  const { name, years } = seasonOf(season)
  return t(`newsletter.sending.digest.${name}`, { years })
}

const counted = z.object({
  language: z.string(),
  country: z.string(),
  frequency: z.string(),
  outcome: z.enum(outcomes),
  count: z.number(),
})

/** The outcome of a sending, in numbers. */
export const sendingReport = z.object({
  counts: z.array(counted),
  domains: z.array(z.object({ domain: z.string(), outcome: z.enum(outcomes), count: z.number() })),
  /** Instants of the first and the last letter that left, ISO. */
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  /** Readers of this sending who left within a week of their letter. */
  leftAfter: z.number(),
})

export type SendingReport = z.output<typeof sendingReport>
type Counted = z.output<typeof counted>

/** Counts the readers with one of these outcomes. */
export function countOf({ counts }: Pick<SendingReport, 'counts'>, ...wanted: Counted['outcome'][]): number {
  return counts.reduce((all, { outcome, count }) => all + (wanted.includes(outcome) ? count : 0), 0)
}

/** Groups counts by a key. */
export function sumBy(
  counts: readonly Counted[],
  key: (counted: Counted) => string,
): { key: string; counts: Counted[] }[] {
  return [...Map.groupBy(counts, key)].map(([name, group]) => ({ key: name, counts: group }))
}

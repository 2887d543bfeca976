import { z } from 'zod'
import { textStates } from '../../../platform/i18n/localized-text.ts'
import type { ItemKind } from './skeleton.ts'

export const passages = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))
const day = z.string().nullable()

/** What is said of one item of a country, as known on a day. Days are ISO. */
export const statement = z.object({
  text: passages,
  /** The title of what it rests on, in its own language. */
  source: z.string(),
  sourceLanguage: z.string(),
  sourceUrl: z.string(),
  /** Where in it: an article, a page. */
  passage: z.string(),
  /** The day for which the source says it. */
  asOf: day,
  validUntil: day,
  /** The last time that someone read the source beside the words, and in which function. */
  checkedOn: day,
  checkedBy: z.string(),
  knownOn: z.string(),
})
export type Statement = z.output<typeof statement>

/** How far an item can be relied on: never a blank, never an invention. */
export const itemStates = ['known', 'unverified', 'stale', 'missing'] as const
export type ItemState = (typeof itemStates)[number]

/**
 * The state of an item on an ISO day: out of date once its time on the shelf is over, its last day is past, or a vote came between.
 * `lastElection`: the last one held in the country up to that day.
 */
export function stateOf(
  kind: Pick<ItemKind, 'shelfMonths' | 'endsWithElection'>,
  statement: Pick<Statement, 'text' | 'asOf' | 'validUntil' | 'checkedOn'> | null,
  { today, lastElection }: { today: string; lastElection: string | null },
): ItemState {
  if (statement === null || Object.values(statement.text).every(({ text }) => text === '')) return 'missing'
  const read = [statement.asOf, statement.checkedOn]
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1)
  const isPast = statement.validUntil !== null && statement.validUntil < today
  const isVoted = kind.endsWithElection && lastElection !== null && read !== undefined && read < lastElection
  const isOld =
    kind.shelfMonths !== null &&
    read !== undefined &&
    Temporal.PlainDate.from(read).add({ months: kind.shelfMonths }).toString() < today
  if (isPast || isVoted || isOld) return 'stale'
  return statement.checkedOn === null ? 'unverified' : 'known'
}

import { z } from 'zod'
import { documentOf } from '../../../platform/records/fields/field.ts'
import { line, optionalDay, text } from '../../../platform/records/fields/kinds.ts'
import type { ItemKind } from './skeleton.ts'

/** Most characters of an item in one language; two pages hold far fewer of all forty. */
export const longestItem = 600

/** What is said of one item of a country. */
export const itemFields = {
  text: text({ label: 'briefs.form.text', max: longestItem }),
  /** The title of what it rests on, in its own language. */
  source: line({ label: 'briefs.form.source' }),
  // No news by itself.
  sourceLanguage: line({ label: null }),
  sourceUrl: line({ label: 'briefs.form.sourceUrl' }),
  /** Where in it: an article, a page. */
  passage: line({ label: 'briefs.form.passage' }),
  /** The day for which the source says it. */
  asOf: optionalDay({ label: 'briefs.form.asOf' }),
  validUntil: optionalDay({ label: 'briefs.form.validUntil' }),
  /** The last time that someone read the source beside the words, and in which function. */
  checkedOn: optionalDay({ label: 'briefs.form.checkedOn' }),
  checkedBy: line({ label: 'briefs.form.checkedBy' }),
}

/** Words in several languages, each with its state. */
export const passages = itemFields.text.schema

/** What is said of an item, as known on a day. */
export const statement = documentOf(itemFields).extend({ knownOn: z.iso.date() })
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
  if (statement === null || Object.values(statement.text).every((said) => said.text === '')) return 'missing'
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

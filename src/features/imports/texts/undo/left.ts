import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type Change, compareDocuments } from '../../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { revertChanges, valueAt } from '../../../../platform/records/revert.ts'
import { type DecisionPlace, recordKind } from '../decision-place.ts'
import type { Fact } from '../facts/fact.ts'

import { type LaterChange, lookUpLaterChange, lookUpMeetingChange } from './queries.ts'

/** Something that stays because a person changed it since. */
export interface Kept {
  fact: Fact
  changes: Change[]
}

/** A fact whose part of the registry is left alone when it is taken back, unless that is to go as well. */
export interface Left {
  fact: Fact
  /** The name of the record in which it was written; null for a meeting. */
  record: LocalizedName | null
  /** Field by field what the text wrote, and the present value; empty if only the record itself stays. */
  differences: ExplainedChange[]
  changed: LaterChange | null
}

/** What would stay, in its present state: beside it what the text wrote, and who changed that and when. */
export async function listLeft(
  context: Context,
  reader: Reader,
  place: DecisionPlace,
  kept: readonly Kept[],
): Promise<Left[]> {
  const left: Left[] = []
  for (const each of kept) left.push(await leftOf(context, reader, place, each))
  return left
}

async function leftOf(
  context: Context,
  reader: Reader,
  place: DecisionPlace,
  { fact, changes }: Kept,
): Promise<Left> {
  const { written, decidedAt } = fact
  const nothing: Left = { fact, record: null, differences: [], changed: null }
  if (written === null || decidedAt === null || written.kind === 'note') return nothing
  if (written.kind === 'meeting')
    return { ...nothing, changed: await lookUpMeetingChange(context, written.id) }
  const { network } = place
  const kind = recordKind(place, written.kind)
  const record = (await kind.lookUp(context, network, { id: written.id }))?.title ?? null
  if (changes.length === 0) return { ...nothing, record }
  // The evidence goes with its fact, no matter who changed it.
  const told = changes.filter(({ path }) => path[0] !== 'evidence')
  const after = await kind.read(context, network, written.id)
  const before = asWrittenBy(after, told)
  const differences = compareDocuments(before, after)
  return {
    fact,
    record,
    differences: await kind.explain(context, reader, network, differences, { before, after }),
    changed: await lookUpLaterChange(
      context,
      written,
      { title: place.text.title, since: decidedAt },
      changes,
    ),
  }
}

/** A record with its present values replaced by those that some changes wrote. */
function asWrittenBy(present: RecordDocument, changes: readonly Change[]): RecordDocument {
  const returns = changes.map((change) => {
    const path = change.language === null ? change.path : [...change.path, change.language]
    return { ...change, before: change.after, after: valueAt(present, path) }
  })
  return revertChanges(present, returns).document
}

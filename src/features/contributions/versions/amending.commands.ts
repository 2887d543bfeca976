import { recordActivities } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordHead } from '../../../platform/records/record-head.ts'
import { authorize } from '../../../platform/refusal.ts'
import { mayChangeRecord } from '../policy.ts'
import { pathsOf } from './changed-paths.ts'
import {
  followTexts,
  type IntendedChange,
  isSourced,
  lockRecords,
  unwrittenOf,
  writeVersions,
} from './commands.ts'
import { type CurrentVersion, findCurrentVersions } from './queries.ts'

export type Amendment = Omit<IntendedChange, 'base' | 'document' | 'seen' | 'choices'>

/** Changes a record from its present state, under its lock, so no other change can come in between. Returns the record afterwards. */
export async function amendRecord(
  context: Context,
  { head, ...amendment }: Amendment,
  amend: (document: RecordDocument) => RecordDocument | Promise<RecordDocument>,
): Promise<RecordDocument> {
  const after = await amendRecords(context, amendment, [head], (_, document) => amend(document))
  const document = after.get(head.id)
  if (!document) throw new Error(`The record ${head.id} is gone`)
  return document
}

/**
 * Changes many records of a kind, each with a version of its own, as `amendRecord` does for one; reading and writing all of them takes the
 * statements of one.
 */
export async function amendRecords(
  context: Context,
  amendment: Omit<Amendment, 'head'>,
  heads: readonly RecordHead[],
  amend: (head: RecordHead, document: RecordDocument) => RecordDocument | Promise<RecordDocument>,
): Promise<Map<string, RecordDocument>> {
  const { network, kind, origin } = amendment
  for (const { organisationIds } of heads)
    authorize(mayChangeRecord(context.actor, { networkId: network.id, kind: kind.kind, organisationIds }))
  return inTransaction(context, async (inside) => {
    const ids = heads.map(({ id }) => id)
    await lockRecords(inside, kind.kind, ids)
    const standings = await findCurrentVersions(inside, network, kind, ids)
    const changed: { head: RecordHead; current: CurrentVersion; intended: RecordDocument }[] = []
    for (const head of heads) {
      const current = standings.get(head.id)
      if (!current) continue
      const intended = await amend(head, current.document)
      if (compareDocuments(current.document, intended).length > 0) changed.push({ head, current, intended })
    }
    const after = await write(inside, amendment, changed)
    const versions = changed.flatMap(({ head: { id }, current }) => {
      const document = after.get(id)
      if (!document) return []
      const paths = pathsOf(compareDocuments(current.document, document))
      return [{ recordId: id, number: current.number + 1, origin, document, changed: paths }]
    })
    await writeVersions(inside, amendment, versions)
    await recordActivities(
      inside,
      versions.map(({ recordId, number }) => ({
        networkId: network.id,
        verb: 'changed',
        subjectKind: kind.kind,
        subjectId: recordId,
        detail: { number, origin },
      })),
    )
    return new Map([...standings].map(([id, { document }]) => [id, after.get(id) ?? document]))
  })
}

/** Writes changed records with the versions that must come before; returns them as they were actually written. */
async function write(
  context: Context,
  amendment: Omit<Amendment, 'head'>,
  changed: readonly { head: RecordHead; current: CurrentVersion; intended: RecordDocument }[],
): Promise<Map<string, RecordDocument>> {
  const { network, kind, reason, language, organisationId, origin } = amendment
  await writeVersions(
    context,
    amendment,
    changed.flatMap(({ head, current }) => unwrittenOf(head.id, current)),
  )
  const recordIds = changed.map(({ head }) => head.id)
  const places = (await kind.texts?.within(context, network, recordIds)) ?? []
  for (const { head, current, intended } of changed)
    await kind.write(context, {
      network,
      head,
      before: current.document,
      after: intended,
      reason: isSourced(origin) ? '' : reason,
      language,
      organisationId,
    })
  await followTexts(context, { network, kind, recordIds }, places)
  return kind.readEach(context, network, recordIds)
}

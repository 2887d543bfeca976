import { sql } from 'kysely'
import { describeActor } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { pathsOf } from './changed-paths.ts'
import { lockRecord, writeUnwritten, writeVersion } from './commands.ts'
import { findCurrentVersion } from './queries.ts'

/**
 * Owners of texts for which every replacement is a version of the records that hold the text: as of the group’s own day, like all their
 * versions, whichever day the translator looks at.
 */
export function keepingVersions(
  owners: readonly TextOwner[],
  kinds: readonly RecordKind[],
  settings: Pick<Settings, 'now'>,
): TextOwner[] {
  return owners.map((owner) => ({
    ...owner,
    replaceText: (context, replacement) =>
      inTransaction(context, async (transaction) => {
        const network = await findNetwork(transaction, replacement.networkId)
        const today = ownDay({ settings, clock: context.clock }, network.opensOn)
        const inside = { ...transaction, today }
        const text = { kind: owner.kind, id: replacement.recordId }
        let work = () => owner.replaceText(inside, replacement)
        for (const kind of kinds) {
          for (const recordId of (await kind.texts?.listRecordsWith(inside, network, text)) ?? []) {
            const inner = work
            work = () => keepTranslation(inside, { network, kind, recordId }, inner)
          }
        }
        return work()
      }),
  }))
}

interface Place {
  network: RecordNetwork
  kind: RecordKind
  recordId: string
}

// One person’s translations within an hour are one version: a record has dozens of texts.
const oneSittingMs = 60 * 60 * 1000

async function keepTranslation(
  context: Context,
  { network, kind, recordId }: Place,
  work: () => Promise<boolean>,
): Promise<boolean> {
  // A record that becomes known later has no versions yet: its first one will hold the translation.
  if ((await kind.lookUp(context, network, { id: recordId })) === null) return work()
  await lockRecord(context, kind.kind, recordId)
  const before = await findCurrentVersion(context, network, kind, recordId)
  const intended = { network, kind, head: { id: recordId }, reason: '', organisationId: null }
  await writeUnwritten(context, intended, before)
  if (!(await work())) return false
  const document = await kind.read(context, network, recordId)
  const changed = pathsOf(compareDocuments(before.document, document))
  if (changed.length === 0) return true
  const version = { origin: 'translation' as const, document, changed }
  if (!(await addToSitting(context, kind.kind, recordId, before.number, version)))
    await writeVersion(context, intended, { ...version, number: before.number + 1 })
  return true
}

async function addToSitting(
  context: Context,
  kind: string,
  recordId: string,
  number: number,
  { document, changed }: { document: object; changed: string[] },
): Promise<boolean> {
  const { database, clock } = context
  const newest = await database
    .selectFrom('contributions_version')
    .select(['version_id', 'origin', 'actor', 'changed', 'made_at'])
    .where('record_kind', '=', kind)
    .where('record_id', '=', recordId)
    .where('number', '=', number)
    .executeTakeFirst()
  const isOwn = newest?.origin === 'translation' && newest.actor === describeActor(context.actor)
  if (!isOwn || clock.now().epochMilliseconds - newest.made_at.getTime() > oneSittingMs) return false
  await database
    .updateTable('contributions_version')
    .set({
      document: JSON.stringify(document),
      changed: JSON.stringify([...new Set([...newest.changed, ...changed])]),
    })
    .where('version_id', '=', newest.version_id)
    .execute()
  return true
}

async function findNetwork({ database }: Context, networkId: string) {
  return database
    .selectFrom('networks_network')
    .select([
      'network_id as id',
      'slug',
      'countries',
      'languages',
      sql<string | null>`opens_on::text`.as('opensOn'),
    ])
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
}

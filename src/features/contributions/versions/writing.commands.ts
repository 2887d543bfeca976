import { sql } from 'kysely'
import { describeActor, personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { reindexTexts } from '../../translations/index.ts'
import type { CurrentVersion, Origin } from './queries.ts'

/** Another change of the same record waits here until the first is committed, and then sees it. */
export function lockRecord(context: Context, kind: string, recordId: string): Promise<void> {
  return lockRecords(context, kind, [recordId])
}

/** Locks several records, always in the same order. */
export async function lockRecords(
  context: Context,
  kind: string,
  recordIds: readonly string[],
): Promise<void> {
  if (recordIds.length === 0) return
  await context.database
    .insertInto('contributions_record')
    .values([...new Set(recordIds)].sort().map((record_id) => ({ record_kind: kind, record_id, number: 0 })))
    .onConflict((conflict) =>
      conflict.columns(['record_kind', 'record_id']).doUpdateSet((row) => ({
        number: row.ref('contributions_record.number'),
      })),
    )
    .execute()
}

/** What versions hold beside their documents. */
export interface Written {
  network: RecordNetwork
  kind: RecordKind
  reason: string
  organisationId: string | null
  /** The author of the change, when another person publishes it. */
  personId?: string | null
  suggestionId?: string
  restores?: number
}

export interface WrittenVersion {
  number: number
  origin: Origin
  document: RecordDocument
  changed: string[]
}

/** Writes the versions that must come before the next one. */
export function writeUnwritten(
  context: Context,
  intended: Written & { head: { id: string } },
  current: CurrentVersion,
): Promise<void> {
  return writeVersions(context, intended, unwrittenOf(intended.head.id, current))
}

export function unwrittenOf(recordId: string, { unwritten, document }: CurrentVersion) {
  return unwritten.map(({ number, origin }) => ({ recordId, number, origin, document, changed: [] }))
}

/** Writes one version of a record that is locked. */
export function writeVersion(
  context: Context,
  intended: Written & { head: { id: string } },
  version: WrittenVersion,
): Promise<void> {
  return writeVersions(context, intended, [{ ...version, recordId: intended.head.id }])
}

/** Writes versions of locked records, those of one record in their order. */
export async function writeVersions(
  context: Context,
  intended: Written,
  versions: readonly (WrittenVersion & { recordId: string })[],
): Promise<void> {
  if (versions.length === 0) return
  const { network, kind, reason, organisationId } = intended
  const own = personIdOf(context.actor)
  await context.database
    .insertInto('contributions_version')
    .values(
      versions.map(({ recordId, number, origin, document, changed }) => {
        // What was loaded, or changed by other means, has no author here.
        const isOwn = origin !== 'loaded' && origin !== 'outside'
        return {
          version_id: newId(),
          record_kind: kind.kind,
          record_id: recordId,
          number,
          network_id: isOwn ? network.id : null,
          document: JSON.stringify(document),
          changed: JSON.stringify(changed),
          origin,
          reason: isOwn ? reason : '',
          actor: isOwn ? describeActor(context.actor) : 'unknown',
          person_id: isOwn ? (intended.personId === undefined ? own : intended.personId) : null,
          organisation_id: isOwn ? organisationId : null,
          suggestion_id: isOwn ? (intended.suggestionId ?? null) : null,
          restores: isOwn ? (intended.restores ?? null) : null,
          made_at: context.clock.now().toString(),
        }
      }),
    )
    .execute()
  const newest = versions.map(({ recordId, number }) => ({ id: recordId, number }))
  await sql`
    update contributions_record r set number = written.number
    from (
      select id, max(number) as number from jsonb_to_recordset(${JSON.stringify(newest)}::jsonb) as row (id uuid, number integer)
      group by id
    ) written
    where r.record_kind = ${kind.kind} and r.record_id = written.id
  `.execute(context.database)
}

/** Updates the list of texts that wait for translation in the same transaction; `before` are the places of texts that may be gone. */
export async function followTexts(
  context: Context,
  { network, kind, recordIds }: Pick<Written, 'network' | 'kind'> & { recordIds: readonly string[] },
  before: readonly { kind: string; id: string }[],
): Promise<void> {
  if (!kind.texts) return
  const after = await kind.texts.within(context, network, recordIds)
  const there = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !there.has(id))
  await reindexTexts(context, kind.texts.owners, network.id, [...after, ...gone])
}

/** What is restored, or read from a text, has its sources already: its words declare nothing. */
export function isSourced(origin: Origin): boolean {
  return origin === 'restoration' || origin === 'import'
}

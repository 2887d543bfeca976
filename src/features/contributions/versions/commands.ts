import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { describeActor, personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import { type Choices, type Conflict, mergeDocuments } from '../../../platform/records/merge.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { reindexTexts } from '../../translations/index.ts'
import { mayChangeRecord } from '../policy.ts'
import { pathsOf } from './changed-paths.ts'
import { type CurrentVersion, findCurrentVersion, lookUpDocument, type Origin } from './queries.ts'

export interface IntendedChange {
  network: RecordNetwork
  kind: RecordKind
  head: RecordHead
  /** The version that the change was made from. */
  base: number
  /** The wanted record. */
  document: RecordDocument
  /** The newest version that the person was shown beside their own change. */
  seen?: number
  choices?: Choices
  reason: string
  /** The language in which the reason is written. */
  language: string
  origin: Origin
  /** The author of the change, when another person publishes it. */
  personId?: string | null
  organisationId: string | null
  suggestionId?: string
  restores?: number
}

/** Another person changed the record in the meantime: their changes, and the result of both. */
export interface Meeting {
  base: RecordDocument
  theirs: RecordDocument
  merged: RecordDocument
  number: number
  conflicts: Conflict[]
}

export type Outcome =
  | { outcome: 'unchanged' }
  | { outcome: 'published'; number: number; document: RecordDocument }
  | { outcome: 'met'; meeting: Meeting }

/**
 * Changes a record and keeps the version. If another person changed it since `base`, nothing is written before this person has seen that
 * (`seen`), and has chosen wherever both changed the same.
 */
export async function changeRecord(context: Context, intended: IntendedChange): Promise<Outcome> {
  const { network, kind, head } = intended
  authorize(
    mayChangeRecord(context.actor, {
      networkId: network.id,
      kind: kind.kind,
      organisationIds: head.organisationIds,
    }),
  )
  return inTransaction(context, async (inside) => {
    await lockRecord(inside, kind.kind, head.id)
    const current = await findCurrentVersion(inside, network, kind, head.id)
    const base = await findBase(inside, intended, current)
    const { merged, conflicts } = mergeDocuments(base, intended.document, current.document, intended.choices)
    const isNews = current.number > intended.base && (intended.seen ?? 0) < current.number
    if (conflicts.length > 0 || isNews) {
      const { number, document: theirs } = current
      return { outcome: 'met', meeting: { base, theirs, merged, number, conflicts } }
    }
    const changes = compareDocuments(current.document, merged)
    if (changes.length === 0) return { outcome: 'unchanged' }
    await writeUnwritten(inside, intended, current)
    const { reason, language, organisationId } = intended
    const places = (await kind.texts?.within(inside, network, [head.id])) ?? []
    await kind.write(inside, {
      network,
      head,
      before: current.document,
      after: merged,
      // What is restored, or read from a text, has its sources already.
      reason: isSourced(intended.origin) ? '' : reason,
      language,
      organisationId,
    })
    await followTexts(inside, { network, kind, recordIds: [head.id] }, places)
    // As actually written: what the record itself adds or reorders belongs to the version.
    const document = await kind.read(inside, network, head.id)
    const number = current.number + 1
    await writeVersion(inside, intended, {
      number,
      origin: intended.origin,
      document,
      changed: pathsOf(compareDocuments(current.document, document)),
    })
    await recordActivity(inside, {
      networkId: network.id,
      verb: 'changed',
      subjectKind: kind.kind,
      subjectId: head.id,
      detail: { number, origin: intended.origin },
    })
    return { outcome: 'published', number, document }
  })
}

/** Adds a record and keeps its first version; returns its head. */
export async function addRecord(
  context: Context,
  adding: Pick<IntendedChange, 'network' | 'kind' | 'document' | 'reason' | 'language' | 'organisationId'> & {
    personId?: string | null
    suggestionId?: string
    origin?: Origin
  },
): Promise<RecordHead> {
  return inTransaction(context, async (inside) => {
    const { network, kind, origin = adding.suggestionId ? 'suggestion' : 'edit' } = adding
    const reason = isSourced(origin) ? '' : adding.reason
    const head = await kind.add(inside, network, adding.document, { ...adding, reason })
    await lockRecord(inside, kind.kind, head.id)
    await followTexts(inside, { network, kind, recordIds: [head.id] }, [])
    await writeVersion(
      inside,
      { ...adding, head },
      {
        number: 1,
        origin,
        document: await kind.read(inside, network, head.id),
        changed: [],
      },
    )
    await recordActivity(inside, {
      networkId: network.id,
      verb: 'added',
      subjectKind: kind.kind,
      subjectId: head.id,
    })
    return head
  })
}

/** The record in the version that a change was made from; writes that version if it was not yet written. */
export async function findBaseDocument(context: Context, intended: IntendedChange): Promise<RecordDocument> {
  return inTransaction(context, async (inside) => {
    await lockRecord(inside, intended.kind.kind, intended.head.id)
    const current = await findCurrentVersion(inside, intended.network, intended.kind, intended.head.id)
    await writeUnwritten(inside, intended, current)
    return findBase(inside, intended, current)
  })
}

async function findBase(
  context: Context,
  { kind, head, base }: IntendedChange,
  current: CurrentVersion,
): Promise<RecordDocument> {
  if (base === current.number) return current.document
  return (await lookUpDocument(context, kind.kind, head.id, base)) ?? notFound(`version ${base}`)
}

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

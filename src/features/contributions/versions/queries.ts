import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { isSame, type RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'

export const origins = [
  'loaded',
  'outside',
  'edit',
  'suggestion',
  'restoration',
  'translation',
  'import',
] as const
export type Origin = (typeof origins)[number]

export interface Version {
  id: string
  number: number
  origin: Origin
  reason: string
  /** Paths of what changed. */
  changed: string[]
  /** Null for what was loaded, and for a person whose data were erased. */
  personName: string | null
  organisation: { slug: string; name: LocalizedName } | null
  restores: number | null
  /** Null if not yet written: it is the present record, and no change here has followed it. */
  madeAt: Date | null
}

/** The present state of a record, with the number of its version. */
export interface CurrentVersion {
  number: number
  document: RecordDocument
  /** Versions that must be written before the next one: the record as loaded, or as changed by other means. */
  unwritten: { number: number; origin: Origin }[]
}

/** The present state of a record. A record that nobody changed here is version 1. */
export async function findCurrentVersion(
  context: Context,
  network: RecordNetwork,
  kind: RecordKind,
  recordId: string,
): Promise<CurrentVersion> {
  const document = await kind.read(context, network, recordId)
  const newest = (await listNewest(context, kind, [recordId])).get(recordId)
  const current = currentVersionOf(document, newest)
  if (current.unwritten.every(({ origin }) => origin !== 'outside')) return current
  // Changed by other means, or by a change that came between both reads: then that version exists now, and the record is read again.
  const isStill = isSame(await kind.read(context, network, recordId), document)
  return isStill ? current : findCurrentVersion(context, network, kind, recordId)
}

/** The present states of several records, of those that exist. */
export async function findCurrentVersions(
  context: Context,
  network: RecordNetwork,
  kind: RecordKind,
  recordIds: readonly string[],
): Promise<Map<string, CurrentVersion>> {
  const documents = await kind.readEach(context, network, recordIds)
  const newest = await listNewest(context, kind, recordIds)
  const standings = new Map<string, CurrentVersion>()
  for (const [id, document] of documents) {
    const current = currentVersionOf(document, newest.get(id))
    const isSure = current.unwritten.every(({ origin }) => origin !== 'outside')
    standings.set(id, isSure ? current : await findCurrentVersion(context, network, kind, id))
  }
  return standings
}

function currentVersionOf(
  document: RecordDocument,
  newest: { number: number; document: RecordDocument } | undefined,
): CurrentVersion {
  if (!newest) return { number: 1, document, unwritten: [{ number: 1, origin: 'loaded' }] }
  const { number } = newest
  if (isSame(newest.document, document)) return { number, document, unwritten: [] }
  return { number: number + 1, document, unwritten: [{ number: number + 1, origin: 'outside' }] }
}

async function listNewest(
  { database }: Context,
  { kind }: RecordKind,
  recordIds: readonly string[],
): Promise<Map<string, { number: number; document: RecordDocument }>> {
  const { rows } = await sql<{ id: string; number: number; document: RecordDocument }>`
    select newest.* from unnest(${[...recordIds]}::uuid[]) as asked (id)
    cross join lateral (
      select v.record_id as id, v.number, v.document from contributions_version v
      where v.record_kind = ${kind} and v.record_id = asked.id order by v.number desc limit 1
    ) newest
  `.execute(database)
  return new Map(rows.map(({ id, ...version }) => [id, version]))
}

/** The record as a version keeps it; null if that version is not written. */
export async function lookUpDocument(
  context: Context,
  kind: string,
  recordId: string,
  number: number,
): Promise<RecordDocument | null> {
  const row = await context.database
    .selectFrom('contributions_version')
    .select('document')
    .where('record_kind', '=', kind)
    .where('record_id', '=', recordId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.document ?? null
}

/** The history of one record in its present state, as one network sees it. */
export interface HistoryOf {
  id: string
  kind: RecordKind
  network: RecordNetwork
  current: CurrentVersion
}

/** The versions of a record that a network sees, newest first, before the number `before`, including those not written yet. */
export async function listVersions(
  context: Context,
  of: HistoryOf,
  { limit, before }: { limit: number; before: number | null },
): Promise<Version[]> {
  const isAsked = sql`${isSeen(of)} and (${before}::integer is null or v.number < ${before})`
  const written = await select(context, isAsked, limit)
  const unwritten = listUnwritten(of).filter(
    ({ number }) =>
      (before === null || number < before) && written.every((version) => version.number !== number),
  )
  return [...written, ...unwritten].sort((a, b) => b.number - a.number).slice(0, limit)
}

/** One version of a record that a network sees, or null. */
export async function lookUpVersion(
  context: Context,
  of: HistoryOf,
  number: number,
): Promise<Version | null> {
  const unwritten = listUnwritten(of).find((version) => version.number === number)
  return unwritten ?? (await select(context, sql`${isSeen(of)} and v.number = ${number}`, 1))[0] ?? null
}

/** The record in a version, including one that is not written yet; null if there is no such version. */
export async function lookUpState(
  context: Context,
  { id, kind, current }: HistoryOf,
  number: number,
): Promise<RecordDocument | null> {
  if (current.unwritten.some((version) => version.number === number)) return current.document
  return lookUpDocument(context, kind.kind, id, number)
}

function listUnwritten({ id, current }: HistoryOf): Version[] {
  return current.unwritten.map(({ number, origin }) => ({
    id: `${id}/${number}`,
    number,
    origin,
    reason: '',
    changed: [],
    personName: null,
    organisation: null,
    restores: null,
    madeAt: null,
  }))
}

// A change that another network made only to its own share of a record is hidden from this one.
function isSeen({ id, kind, network }: HistoryOf) {
  const own = sql`v.record_kind = ${kind.kind} and v.record_id = ${id}`
  if (kind.sharedField === null) return own
  return sql`${own} and (v.network_id is null or v.network_id = ${network.id} or exists (
    select 1 from jsonb_array_elements_text(v.changed) as changed (path)
    where split_part(path, '/', 1) <> ${kind.sharedField}))`
}

async function select(
  context: Context,
  condition: ReturnType<typeof sql>,
  limit: number,
): Promise<Version[]> {
  const { rows } = await sql<Version>`
    select v.version_id as id, v.number, v.origin, v.reason, v.changed, v.restores, v.made_at as "madeAt",
      nullif(person.name, '') as "personName",
      case when o.organisation_id is not null then json_build_object('slug', o.slug, 'name', o.name) end as organisation
    from contributions_version v
    left join people_person person on person.id = v.person_id
    left join directory_organisation o on o.organisation_id = v.organisation_id
    where ${condition}
    order by v.number desc
    limit ${limit}
  `.execute(context.database)
  return rows
}

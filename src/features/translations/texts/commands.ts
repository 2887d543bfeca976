import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type {
  RecordText,
  RecordTexts,
  TextOwner,
  TextRecord,
} from '../../../platform/translation/text-owner.ts'
import { rememberTexts } from '../memory/commands.ts'
import { settleRequests } from '../requests/commands.ts'
import { listIndexedKinds, listLanguages, listNetworksWithoutIndex } from './queries.ts'
import { type Provenance, textRows } from './text-rows.ts'

// One statement takes the rows of this many records.
const recordsAtOnce = 200

/**
 * Replaces the index of one record, in the caller’s transaction: to be called whenever its texts change. `provenance` describes a machine’s
 * text that was just written.
 */
export async function indexTexts(
  context: Context,
  record: TextRecord,
  texts: RecordText[],
  provenance: Provenance[] = [],
): Promise<void> {
  const languages = await listLanguages(context, record.networkId)
  await indexRecords(context, record.networkId, [{ ...record, texts }], languages, provenance)
}

/** All texts of a network from the features that own them. */
export async function gatherTexts(
  context: Context,
  owners: readonly TextOwner[],
  networkId: string,
): Promise<RecordTexts[]> {
  const gathered: RecordTexts[] = []
  for (const owner of owners) gathered.push(...(await owner.listTexts(context, networkId)))
  return gathered
}

/** Rebuilds the index of a network from all its records. */
export async function indexNetwork(
  context: Context,
  owners: readonly TextOwner[],
  networkId: string,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const records = await gatherTexts(inside, owners, networkId)
    const languages = await listLanguages(inside, networkId)
    await forgetOthers(inside, networkId, records)
    for (let at = 0; at < records.length; at += recordsAtOnce)
      await indexRecords(inside, networkId, records.slice(at, at + recordsAtOnce), languages, [])
  })
}

/**
 * Builds the index of every network that has none, and adds to the others the kinds of records that they lack: a later release brought
 * them.
 */
export async function indexNetworks(
  context: Context,
  owners: readonly TextOwner[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const missing = await listNetworksWithoutIndex(context)
  for (const [done, networkId] of missing.entries()) {
    progress(done, missing.length)
    await indexNetwork(context, owners, networkId)
  }
  if (missing.length > 0) progress(missing.length, missing.length)
  for (const { networkId, kinds } of await listIndexedKinds(context))
    await indexKinds(
      context,
      owners.filter(({ kind }) => !kinds.includes(kind)),
      networkId,
    )
}

async function indexKinds(context: Context, owners: readonly TextOwner[], networkId: string): Promise<void> {
  await inTransaction(context, async (inside) => {
    const records = await gatherTexts(inside, owners, networkId)
    if (records.length === 0) return
    const languages = await listLanguages(inside, networkId)
    for (let at = 0; at < records.length; at += recordsAtOnce)
      await indexRecords(inside, networkId, records.slice(at, at + recordsAtOnce), languages, [])
  })
}

async function indexRecords(
  context: Context,
  networkId: string,
  records: RecordTexts[],
  languages: string[],
  provenance: Provenance[],
): Promise<void> {
  await writeRecords(context, networkId, records)
  const rows = records.flatMap((record) => textRows(record, languages))
  await removeLost(context, networkId, records, rows)
  await writeRows(context, networkId, rows, provenance)
  await rememberTexts(context, networkId, records)
  await settleRequests(context, networkId, records)
}

async function writeRecords(context: Context, networkId: string, records: RecordTexts[]): Promise<void> {
  const rows = records.map(({ recordKind, recordId, label, address }) => ({
    record_kind: recordKind,
    record_id: recordId,
    label,
    address,
  }))
  await sql`
    insert into translations_record (network_id, record_kind, record_id, label, address)
    select ${networkId}, record_kind, record_id, label, address
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (record_kind text, record_id uuid, label jsonb, address text)
    on conflict (network_id, record_kind, record_id) do update set label = excluded.label, address = excluded.address
  `.execute(context.database)
}

// A text keeps its id as long as it is in its place: the address of its page is sent to colleagues.
async function removeLost(
  { database }: Context,
  networkId: string,
  records: RecordTexts[],
  rows: ReturnType<typeof textRows>,
): Promise<void> {
  const kinds = [...new Set(records.map(({ recordKind }) => recordKind))]
  const ids = records.map(({ recordId }) => recordId)
  const { rows: known } = await sql<PlacedText>`
    select text_id, record_kind, record_id, path, language from translations_text
    where network_id = ${networkId} and record_kind = any(${kinds}::text[]) and record_id = any(${ids}::uuid[])
  `.execute(database)
  // Compared here: a planner without statistics of the table compares each text with each.
  const kept = new Set(rows.map(placeOf))
  const lost = known.filter((text) => !kept.has(placeOf(text))).map((text) => text.text_id)
  if (lost.length === 0) return
  await sql`delete from translations_text where text_id = any(${lost}::uuid[])`.execute(database)
}

interface PlacedText {
  text_id: string
  record_kind: string
  record_id: string
  path: string
  language: string
}

const placeOf = ({ record_kind, record_id, path, language }: Omit<PlacedText, 'text_id'>) =>
  JSON.stringify([record_kind, record_id, path, language])

async function writeRows(
  context: Context,
  networkId: string,
  rows: ReturnType<typeof textRows>,
  provenance: Provenance[],
): Promise<void> {
  if (rows.length === 0) return
  const now = context.clock.now().toString()
  const written = rows.map((row) => {
    const made = provenance.find(({ path, language }) => path === row.path && language === row.language)
    return {
      text_id: newId(),
      ...row,
      machine_by: made?.machineBy ?? null,
      machine_at: made?.machineAt ?? null,
      batch_id: made?.batchId ?? null,
    }
  })
  // The machine that made a text stays recorded until other words, or a person, replace it.
  const isSame = sql`t.text = excluded.text and excluded.state in ('machine', 'stale')`
  await sql`
    insert into translations_text as t (
      text_id, network_id, record_kind, record_id, path, language, state, waits, text, original_language,
      machine_by, machine_at, batch_id, known_on, changed_at, search, grams
    )
    select text_id, ${networkId}, record_kind, record_id, path, language, state, waits, text, original_language,
      machine_by, machine_at, batch_id, known_on, ${now}, search, grams
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as row (
      text_id uuid, record_kind text, record_id uuid, path text, language text, state text, waits smallint, text text,
      original_language text, machine_by text, machine_at timestamptz, batch_id uuid, known_on date, search text,
      grams text[]
    )
    on conflict (network_id, record_kind, record_id, path, language) do update set
      state = excluded.state, waits = excluded.waits, text = excluded.text,
      original_language = excluded.original_language, known_on = excluded.known_on, search = excluded.search,
      grams = excluded.grams,
      machine_by = case when ${isSame} then coalesce(excluded.machine_by, t.machine_by) else excluded.machine_by end,
      machine_at = case when ${isSame} then coalesce(excluded.machine_at, t.machine_at) else excluded.machine_at end,
      batch_id = case when ${isSame} then coalesce(excluded.batch_id, t.batch_id) else excluded.batch_id end,
      changed_at = case when t.text = excluded.text and t.state = excluded.state then t.changed_at else excluded.changed_at end
    where (t.state, t.text, t.original_language, t.known_on, t.search, t.machine_by, t.batch_id) is distinct from
      (excluded.state, excluded.text, excluded.original_language, excluded.known_on, excluded.search,
        coalesce(excluded.machine_by, t.machine_by), coalesce(excluded.batch_id, t.batch_id))
  `.execute(context.database)
}

async function forgetOthers(context: Context, networkId: string, records: RecordTexts[]): Promise<void> {
  const others = sql`network_id = ${networkId} and (record_kind, record_id) not in (${placesOf(records)})`
  await sql`delete from translations_text where ${others}`.execute(context.database)
  await sql`delete from translations_memory where ${others}`.execute(context.database)
  await sql`delete from translations_record where ${others}`.execute(context.database)
  await sql`delete from translations_request where ${others} and not is_apart`.execute(context.database)
}

function placesOf(records: { recordKind: string; recordId: string }[]) {
  const rows = records.map(({ recordKind, recordId }) => ({ record_kind: recordKind, record_id: recordId }))
  return sql`
    select record_kind, record_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as place (record_kind text, record_id uuid)
  `
}

/** Updates the index for some records, in the transaction that changed them; records without any text leave it. */
export async function reindexTexts(
  context: Context,
  owners: readonly TextOwner[],
  networkId: string,
  places: readonly { kind: string; id: string }[],
): Promise<void> {
  if (places.length === 0) return
  const languages = await listLanguages(context, networkId)
  const found: RecordTexts[] = []
  for (const [kind, own] of Map.groupBy(places, (place) => place.kind)) {
    const owner = owners.find((each) => each.kind === kind)
    const ids = own.map(({ id }) => id)
    if (owner) found.push(...(await owner.listTexts(context, networkId, ids)))
  }
  const there = new Set(found.map(({ recordKind, recordId }) => `${recordKind} ${recordId}`))
  const gone = places.filter(({ kind, id }) => !there.has(`${kind} ${id}`))
  await forgetRecords(
    context,
    networkId,
    gone.map(({ kind, id }) => ({ recordKind: kind, recordId: id })),
  )
  for (let at = 0; at < found.length; at += recordsAtOnce)
    await indexRecords(context, networkId, found.slice(at, at + recordsAtOnce), languages, [])
}

async function forgetRecords(
  context: Context,
  networkId: string,
  records: { recordKind: string; recordId: string }[],
): Promise<void> {
  if (records.length === 0) return
  const { database } = context
  const own = sql`network_id = ${networkId} and (record_kind, record_id) in (${placesOf(records)})`
  await sql`delete from translations_text where ${own}`.execute(database)
  await sql`delete from translations_memory where ${own}`.execute(database)
  await sql`delete from translations_record where ${own}`.execute(database)
  await settleRequests(
    context,
    networkId,
    records.map((record) => ({ ...record, texts: [] })),
  )
}

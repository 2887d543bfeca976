import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import { selectFree } from '../../../platform/jobs/claims.ts'
import type { TextRemark } from '../../../platform/reading/text-document.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Fact } from './facts/fact.ts'
import { listFactsById } from './facts/queries.ts'

export interface ImportedText {
  id: string
  networkId: string
  fileId: string
  fileName: string
  /** Empty until it has been read. */
  title: string
  language: string | null
  kind: string
  publisher: string
  /** EDTF. */
  published: string | null
  url: string | null
  pages: number | null
  pagesRead: number
  readAt: Date | null
  trouble: string | null
  troubleDetail: string
  /** How often its reading began without ending. */
  attempts: number
  remarks: TextRemark[]
  /** ISO day. */
  meetingOn: string | null
  assistantHost: string | null
  assistantTrouble: string | null
  assistantDropped: number
  sourceId: string | null
  sourceSlug: string | null
  madeBy: string | null
  madeAt: Date
  takenBackBy: string | null
  takenBackAt: Date | null
  /** Progress of accepting all sure facts in the background: so many of so many; otherwise null. */
  accepting: { done: number; all: number } | null
  /** How many facts it states, and how many of them are decided. */
  facts: number
  decided: number
  accepted: number
  /** Open ones that must be settled before they can be accepted. */
  asked: number
}

/** One imported text of a network, or 404. */
export async function findText(context: Context, networkId: string, id: string): Promise<ImportedText> {
  return (await lookUpText(context, networkId, id)) ?? notFound(id)
}

/** One imported text of a network, or null. */
export async function lookUpText(
  context: Context,
  networkId: string,
  id: string,
): Promise<ImportedText | null> {
  if (!isId(id)) return null
  const [found] = await select(context, sql`t.network_id = ${networkId} and t.text_id = ${id}`, 1)
  return found ?? null
}

/** The imported texts of a network, the newest first. */
export async function listTexts(context: Context, networkId: string, most: number): Promise<ImportedText[]> {
  return select(context, sql`t.network_id = ${networkId}`, most)
}

/** The first import of a text with some content, or null. */
export async function lookUpSameText(
  context: Context,
  networkId: string,
  sha256: string,
): Promise<ImportedText | null> {
  const [found] = await select(context, sql`t.network_id = ${networkId} and t.sha256 = ${sha256}`, 1)
  return found ?? null
}

/** Other texts of the network about the meeting of the same day. */
export async function listOtherAccounts(
  context: Context,
  { id, networkId, meetingOn }: Pick<ImportedText, 'id' | 'networkId' | 'meetingOn'>,
): Promise<ImportedText[]> {
  if (meetingOn === null) return []
  return select(
    context,
    sql`t.network_id = ${networkId} and t.meeting_on = ${meetingOn} and t.text_id <> ${id} and t.taken_back_at is null`,
    5,
  )
}

/** Texts that wait for a reader, or whose reader has died. */
export async function listUnread(context: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select text_id as id from imports_text
    where read_at is null and trouble is null and ${selectFree(context.clock.now())}
    order by text_id limit 20
  `.execute(context.database)
  return rows.map(({ id }) => id)
}

async function select(
  context: Context,
  condition: ReturnType<typeof sql>,
  most: number,
): Promise<ImportedText[]> {
  const { rows } = await sql<ImportedText>`
    select t.text_id as id, t.network_id as "networkId", t.file_id as "fileId", f.name as "fileName", t.title, t.language, t.kind,
      t.publisher, t.published, t.url, t.pages, t.pages_read as "pagesRead", t.read_at as "readAt", t.trouble,
      t.trouble_detail as "troubleDetail", t.attempts, t.remarks, t.meeting_on::text as "meetingOn", t.assistant_host as "assistantHost",
      t.assistant_trouble as "assistantTrouble", t.assistant_dropped as "assistantDropped",
      t.source_id as "sourceId", s.slug as "sourceSlug", nullif(maker.name, '') as "madeBy", t.made_at as "madeAt",
      nullif(taker.name, '') as "takenBackBy", t.taken_back_at as "takenBackAt",
      case when t.accepting_since is not null then json_build_object('done', t.accepting_done, 'all', t.accepting_all) end as accepting,
      counted.facts, counted.decided, counted.accepted, counted.asked
    from imports_text t
    join platform_file f on f.file_id = t.file_id
    left join registry_source s on s.source_id = t.source_id
    left join people_person maker on maker.id = t.made_by
    left join people_person taker on taker.id = t.taken_back_by
    cross join lateral (
      select count(*)::int as facts, count(decided_at)::int as decided,
        (count(*) filter (where decision in ('accepted', 'corrected')))::int as accepted,
        (count(*) filter (where decided_at is null and question in ('party', 'date', 'person')))::int as asked
      from imports_text_fact where text_id = t.text_id
    ) counted
    where ${condition}
    order by t.made_at desc, t.text_id desc
    limit ${most}
  `.execute(context.database)
  return rows
}

const mostFacts = 500

/** The facts that only one of two texts states, or that both do, by ids: those of the first text, in its order. */
export async function listFactsBeside(
  context: Context,
  textId: string,
  otherId: string,
  isShared: boolean,
): Promise<Fact[]> {
  const { rows } = await sql<{ id: string }>`
    select f.fact_id as id from imports_text_fact f
    where f.text_id = ${textId} and (exists (select 1 from imports_text_fact other
      where other.text_id = ${otherId} and other.signature = f.signature)) = ${isShared}
    order by f.position limit ${mostFacts}
  `.execute(context.database)
  return listFactsById(
    context,
    textId,
    rows.map(({ id }) => id),
  )
}

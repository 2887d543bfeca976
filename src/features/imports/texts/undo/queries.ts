import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import type { Written } from '../facts/fact.ts'

/** Whether a source other than that of some evidence supports a subject as well. */
export async function isSaidElsewhere(
  { database }: Context,
  subjectId: string,
  evidenceIds: readonly string[],
): Promise<boolean> {
  const rows = await database
    .selectFrom('registry_evidence')
    .select('evidence_id')
    .where('subject_id', '=', subjectId)
    .where('stance', '=', 'supports')
    .where('evidence_id', 'not in', [...evidenceIds, nobody])
    .limit(1)
    .execute()
  return rows.length > 0
}

// A list in SQL must not be empty.
const nobody = '00000000-0000-0000-0000-000000000000'

/** Whether a party has commented on a tie, or a suggestion concerns it: then it no longer rests on the text only. */
export async function isSpokenOf({ database }: Context, cooperationId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 where exists (select 1 from registry_confirmation where cooperation_id = ${cooperationId})
      or exists (select 1 from registry_note where cooperation_id = ${cooperationId})
      or exists (select 1 from contributions_suggestion where record_id = ${cooperationId} and decided_at is null)
  `.execute(database)
  return rows.length > 0
}

/** What has become of a meeting since a fact added it; participants and decisions that were added do not count as changes. */
export async function lookUpMeetingState(
  { database }: Context,
  meetingId: string,
  factId: string,
): Promise<'gone' | 'untouched' | 'changed'> {
  const { rows } = await sql<{ changed: boolean }>`
    select m.updated_at > f.decided_at or m.amendable_at is not null or m.final_at is not null as changed
    from minutes_meeting m, imports_text_fact f where m.meeting_id = ${meetingId} and f.fact_id = ${factId}
  `.execute(database)
  const [found] = rows
  if (!found) return 'gone'
  return found.changed ? 'changed' : 'untouched'
}

/** When a meeting was last changed; without names, since several people work on it at once. */
export async function lookUpMeetingChange(
  { database }: Context,
  meetingId: string,
): Promise<{ by: null; at: Date } | null> {
  const { rows } = await sql<{ at: Date }>`
    select greatest(updated_at, amendable_at, final_at) as at from minutes_meeting where meeting_id = ${meetingId}
  `.execute(database)
  const [found] = rows
  return found ? { by: null, at: found.at } : null
}

/** A body that was added to the directory for a text, and what has become of it since. */
export interface AddedBody {
  id: string
  slug: string
  name: LocalizedName
  country: string
  /** A person has edited its page. */
  isEdited: boolean
  /** Another text that was not taken back names it. */
  isNamed: boolean
}

/** The bodies that were added to the directory for a text. */
export async function listAddedBodies({ database }: Context, textId: string): Promise<AddedBody[]> {
  const { rows } = await sql<AddedBody>`
    select o.organisation_id as id, o.slug, o.name, o.country,
      exists (select 1 from contributions_version v where v.record_kind = 'organisation' and v.record_id = o.organisation_id
        and v.origin <> 'import') as "isEdited",
      exists (select 1 from imports_text_fact f join imports_text t on t.text_id = f.text_id
        where t.network_id = own.network_id and t.text_id <> own.text_id and t.taken_back_at is null
          and f.part in ('tie', 'interest', 'actor') and f.value::text like '%' || o.organisation_id || '%') as "isNamed"
    from imports_text_body b join imports_text own on own.text_id = b.text_id
      join directory_organisation o on o.organisation_id = b.organisation_id
    where b.text_id = ${textId}
    order by o.slug
  `.execute(database)
  return rows
}

/** Who changed something last, and when; a person whose data was erased has no name. */
export interface LaterChange {
  by: string | null
  at: Date
}

/**
 * The last change of a record since an instant, other than by the text itself, that touched what some changes wrote; null if there
 * is none.
 */
export async function lookUpLaterChange(
  { database }: Context,
  { kind, id }: Pick<Written, 'kind' | 'id'>,
  { title, since }: { title: string; since: Date },
  changes: readonly Change[],
): Promise<LaterChange | null> {
  const { rows } = await sql<LaterChange & { changed: string[] }>`
    select nullif(person.name, '') as by, v.made_at as at, v.changed
    from contributions_version v left join people_person person on person.id = v.person_id
    where v.record_kind = ${kind} and v.record_id = ${id} and v.made_at >= ${since}
      and (v.origin <> 'import' or v.reason <> ${title})
    order by v.number desc limit ${mostVersions}
  `.execute(database)
  const paths = changes.map(({ path }) => path.join('/'))
  const found = rows.find(({ changed }) =>
    changed.some((each) => paths.some((path) => overlaps(path, each.replace(/:[\w-]+$/u, '')))),
  )
  return found ? { by: found.by, at: found.at } : null
}

const mostVersions = 100

const overlaps = (one: string, other: string) =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)

import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import type { RecordTexts } from '../../../platform/translation/text-owner.ts'
import { type TitledTextRow, textsByRecord } from '../../../platform/translation/texts-by-record.ts'
import { isTold } from '../meetings/queries.ts'

interface Row extends Omit<TitledTextRow, 'slug'> {
  slug: string | null
}

/** The texts of meetings that others than those in charge see; those of minutes once they are open to amendments. Names of people are none. */
export async function listMeetingTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const only = recordIds === undefined ? sql`` : sql`and m.meeting_id = any(${[...recordIds]}::uuid[])`
  const { rows } = await sql<Row>`
    select m.meeting_id as "recordId", m.slug, m.title, t.path, t.text, greatest(m.known_on, t.known_on)::text as "knownOn"
    from minutes_meeting m cross join lateral (
      select 0 as part, 0 as place, 'title' as path, m.title as text, m.known_on
      union all select 1, 0, 'place', m.place, m.known_on
      union all select 2, 0, 'invitation', m.invitation, m.known_on
      union all select 3, position, 'points.' || point_id || '.title', title, m.known_on
        from minutes_point where meeting_id = m.meeting_id and removed_at is null
      union all select 4, position * 2, 'sections.' || section_id || '.title', title, m.known_on
        from minutes_section where meeting_id = m.meeting_id and (m.amendable_at is not null or m.final_at is not null)
      union all select 4, position * 2 + 1, 'sections.' || section_id || '.text', text, m.known_on
        from minutes_section where meeting_id = m.meeting_id and (m.amendable_at is not null or m.final_at is not null)
      union all select 5, position, 'resources.' || resource_id || '.label', label, known_on
        from minutes_resource where meeting_id = m.meeting_id
      union all select 6, 0, 'errata.' || erratum_id || '.text', text, known_on
        from minutes_erratum where meeting_id = m.meeting_id
    ) as t
    where m.network_id = ${networkId} ${only} and t.text <> '{}'
      and ${isTold()}
    order by m.meeting_id, t.part, t.place
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'meeting' }, described)
}

/** What was decided, proposed and wished, and what is to be done about it. */
export async function listDecisionTexts(
  context: Context,
  networkId: string,
  recordIds?: readonly string[],
): Promise<RecordTexts[]> {
  const only = recordIds === undefined ? sql`` : sql`and d.decision_id = any(${[...recordIds]}::uuid[])`
  const { rows } = await sql<Row>`
    select d.decision_id as "recordId", m.slug, d.text as title, t.path, t.text,
      greatest(d.known_on, t.known_on)::text as "knownOn"
    from minutes_decision d left join minutes_meeting m on m.meeting_id = d.meeting_id cross join lateral (
      select 0 as part, 0 as place, 'text' as path, d.text, d.known_on
      union all select 1, 0, 'horizonWords', d.horizon_words, d.known_on
      union all select 2, position, 'actions.' || action_id || '.text', text, known_on
        from minutes_action where decision_id = d.decision_id
      union all select 3, position, 'actions.' || action_id || '.dueWords', due_words, known_on
        from minutes_action where decision_id = d.decision_id
    ) as t
    where d.network_id = ${networkId} ${only} and t.text <> '{}'
      and (m.meeting_id is null or ${isTold()})
    order by d.position, d.decision_id, t.part, t.place
  `.execute(context.database)
  return textsByRecord(rows, { networkId, recordKind: 'decision' }, described)
}

/** The decisions of a meeting whose texts the index has although it should not, or has not although it should: the meeting was announced since, or is no more. */
export async function listMisplacedDecisions({ database }: Context, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.decision_id as id from minutes_decision d join minutes_meeting m on m.meeting_id = d.meeting_id
    where d.meeting_id = ${meetingId} and ${isTold()} <> exists (
      select 1 from translations_record r
      where r.network_id = d.network_id and r.record_kind = 'decision' and r.record_id = d.decision_id)
  `.execute(database)
  return rows.map(({ id }) => id)
}

// What was decided outside of any meeting stands on the page of the group.
const described = ({ slug, title }: Row) => ({
  label: plainText(title),
  address: slug === null ? '/group' : `/meetings/${slug}`,
})

import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'

/** Another wording, proposed by a person who attended. */
export interface Amendment {
  id: string
  sectionId: string
  /** Null if the part has been removed since. */
  sectionTitle: LocalizedText | null
  language: string
  passage: string
  proposal: string
  reason: string
  by: string
  organisation: LocalizedName | null
  proposedAt: Date
  decision: 'accepted' | 'declined' | null
  decidedAt: Date | null
  decidedBy: string | null
  answer: string
}

/** The amendments to the minutes of a meeting: open ones first, then newest first. */
export async function listAmendments({ database }: Context, meetingId: string): Promise<Amendment[]> {
  const { rows } = await sql<Amendment>`
    select a.amendment_id as id, a.section_id as "sectionId", s.title as "sectionTitle", a.language, a.passage, a.proposal,
      a.reason, coalesce(nullif(p.name, ''), '') as by, o.name as organisation, a.proposed_at as "proposedAt", a.decision,
      a.decided_at as "decidedAt", nullif(d.name, '') as "decidedBy", a.answer
    from minutes_amendment a
    join minutes_participant t on t.participant_id = a.participant_id
    left join minutes_section s on s.section_id = a.section_id
    left join directory_organisation o on o.organisation_id = t.organisation_id
    left join people_person p on p.id = a.person_id
    left join people_person d on d.id = a.decided_by
    where a.meeting_id = ${meetingId}
    order by a.decided_at is not null, a.proposed_at desc, a.amendment_id
  `.execute(database)
  return rows
}

/** Counts the amendments that await an answer. */
export async function countOpenAmendments({ database }: Context, meetingId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from minutes_amendment where meeting_id = ${meetingId} and decided_at is null
  `.execute(database)
  return onlyRow(rows).count
}

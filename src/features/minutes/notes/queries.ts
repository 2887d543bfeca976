import { sql } from 'kysely'
import type { Role } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

/** The people to whom coordinators gave the pen of a meeting. */
export async function listPenIds({ database }: Context, meetingId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('minutes_pen')
    .select('person_id as id')
    .where('meeting_id', '=', meetingId)
    .execute()
  return rows.map(({ id }) => id)
}

/** The notes of one thing: a point of the agenda, or the meeting as such (no title). */
export interface Note {
  /** The id of the point, or of the meeting. */
  id: string
  title: LocalizedText | null
  rapporteur: string
  text: string
  writtenAt: Date | null
}

/** The notes of a meeting, by the points of its agenda and then for the rest. */
export async function listNotes({ database }: Context, meetingId: string): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select place.id, place.title, place.rapporteur, coalesce(n.text, '') as text, n.written_at as "writtenAt"
    from (
      select point_id as id, title, rapporteur, position from minutes_point
        where meeting_id = ${meetingId} and removed_at is null
      union all select ${meetingId}::uuid, null, '', 10000
    ) place
    left join minutes_note n on n.note_id = place.id
    order by place.position, place.id
  `.execute(database)
  return rows
}

/** People whose role in the network is neither chair nor coordinator, and whether they have the pen. */
export async function listPens(
  { database, clock }: Context,
  networkId: string,
  meetingId: string,
): Promise<{ personId: string; name: string; role: Role; hasPen: boolean }[]> {
  const now = clock.now().toString()
  const { rows } = await sql<{ personId: string; name: string; role: Role; hasPen: boolean }>`
    select distinct on (p.name, p.id) p.id as "personId", p.name, r.role,
      exists (select 1 from minutes_pen pen where pen.meeting_id = ${meetingId} and pen.person_id = p.id) as "hasPen"
    from people_role r join people_person p on p.id = r.person_id
    where r.network_id = ${networkId} and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now})
      and r.role not in ('chair', 'coordinator')
    order by p.name, p.id
  `.execute(database)
  return rows
}

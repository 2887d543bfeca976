import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { OrganisationRef } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { missionKinds } from '../codes.ts'
import { selectMission } from '../document/queries.ts'
import { hasSheet, type MissionDocument, missionDocument, organisationIdsOf } from '../document/schema.ts'

/** The sheet of a mission with the organisations that it names by their ids, and who wrote its debrief. */
export interface Sheet {
  mission: MissionDocument
  refs: ReadonlyMap<string, OrganisationRef>
  /** Null for a program, or a person who is gone. */
  debriefedBy: string | null
}

/** The sheet of an event that the reader may see; null where it has none, or is of a kind that holds none. */
export async function lookUpSheet(
  context: Context,
  { id, kind }: { id: string; kind: string },
): Promise<Sheet | null> {
  if (!missionKinds.includes(kind)) return null
  const { rows } = await sql<{ mission: unknown; debriefedBy: string | null }>`
    select ${selectMission()} as mission,
      (select person.name from agenda_mission m join people_person person on m.debriefed_by = 'person:' || person.id
        where m.event_id = e.event_id) as "debriefedBy"
    from agenda_event e where e.event_id = ${id}
  `.execute(context.database)
  const [row] = rows
  const mission = row ? missionDocument.parse(row.mission) : null
  if (!row || mission === null || !hasSheet(mission)) return null
  return {
    mission,
    refs: await listOrganisationRefs(context, organisationIdsOf(mission)),
    debriefedBy: row.debriefedBy,
  }
}

import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { listNamingRows } from '../../platform/personal-data/naming-rows.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The meetings to which a person was convened, those they attended, and what they wrote about the minutes. */
export async function listMeetingData(context: Context, subject: DataSubject): Promise<CollectedData[]> {
  const { database } = context
  const { personId, addresses } = subject
  const participants = await listParticipantIds(context, subject)
  const convened = await database
    .selectFrom('minutes_invitee as i')
    .innerJoin('minutes_meeting as m', 'm.meeting_id', 'i.meeting_id')
    .innerJoin('networks_network as n', 'n.network_id', 'm.network_id')
    .select(['n.name as network', 'm.title as subject', 'i.name', 'i.address', 'i.function', 'i.language'])
    .select(['i.answer as decision', 'i.words as text', 'i.asked_at as madeAt', 'i.answered_at as writtenAt'])
    .where(sql<boolean>`i.person_id = ${personId}::uuid or i.address = any(${addresses}::text[])`)
    .orderBy('i.invitee_id')
    .execute()
  const attended =
    participants.length === 0
      ? []
      : await database
          .selectFrom('minutes_participant as p')
          .innerJoin('minutes_meeting as m', 'm.meeting_id', 'p.meeting_id')
          .innerJoin('networks_network as n', 'n.network_id', 'm.network_id')
          .leftJoin('directory_organisation as o', 'o.organisation_id', 'p.organisation_id')
          .select([
            'n.name as network',
            'm.title as subject',
            'p.name',
            'p.function',
            'o.name as organisation',
          ])
          .select('p.presence as kind')
          .where('p.participant_id', 'in', participants)
          .orderBy('p.participant_id')
          .execute()
  const amended = await database
    .selectFrom('minutes_amendment as a')
    .innerJoin('minutes_meeting as m', 'm.meeting_id', 'a.meeting_id')
    .innerJoin('networks_network as n', 'n.network_id', 'm.network_id')
    .select(['n.name as network', 'm.title as subject', 'a.proposal as text', 'a.reason', 'a.decision'])
    .select('a.proposed_at as writtenAt')
    .where(sql<boolean>`a.person_id = ${personId}::uuid`)
    .orderBy('a.amendment_id')
    .execute()
  return [
    ...collected('convocations', convened),
    ...collected('participations', attended),
    ...collected('amendments', amended),
  ]
}

/** The lines of attendance of a person: found by account, by convocation, or by name. */
async function listParticipantIds(context: Context, subject: DataSubject): Promise<string[]> {
  const columns = { keys: ['participant_id'], texts: ['name'] } as const
  const named = await listNamingRows(context, 'minutes_participant', columns, subject)
  const { rows } = await sql<{ id: string }>`
    select p.participant_id as id from minutes_participant p
    left join minutes_invitee i on i.invitee_id = p.invitee_id
    where p.person_id = ${subject.personId}::uuid or i.address = any(${subject.addresses}::text[])
      or p.participant_id = any(${named.map(({ keys }) => keys.participant_id)}::uuid[])
  `.execute(context.database)
  return rows.map(({ id }) => id)
}

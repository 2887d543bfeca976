import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { lockMeeting, noteChange } from '../meetings/commands.ts'
import { mayKeepMeetings } from '../policy.ts'
import { columnsOf } from './commands.ts'
import type { NewParticipant, Presence } from './participant.ts'

export interface Attendance {
  networkId: string
  meetingId: string
}

/** Adds participants at the end of the list. */
export async function addParticipants(
  context: Context,
  attendance: Attendance,
  participants: readonly NewParticipant[],
): Promise<void> {
  await changing(context, attendance, async (inside) => {
    for (const participant of participants) {
      const row = columnsOf(participant)
      await sql`
        insert into minutes_participant (participant_id, meeting_id, name, function, organisation_id, organisation_words,
          presence, represented_by, is_named, position)
        select ${newId()}, ${attendance.meetingId}, ${row.name}, ${row.function}::jsonb, ${row.organisation_id}::uuid,
          ${row.organisation_words}, ${row.presence}, ${row.represented_by}, ${row.is_named},
          coalesce(max(position), -1) + 1
        from minutes_participant where meeting_id = ${attendance.meetingId}
      `.execute(inside.database)
    }
  })
}

/** Adds all invitees who are not in the list yet, with their answers; an invitee without an answer counts as absent. */
export async function takeOverAnswers(context: Context, attendance: Attendance): Promise<void> {
  await changing(context, attendance, async (inside) => {
    const { rows } = await sql<{
      id: string
      personId: string | null
      name: string
      function: LocalizedText
      organisationId: string | null
      presence: Presence
      representedBy: string
    }>`
      select i.invitee_id as id, i.person_id as "personId", i.name, i.function, i.organisation_id as "organisationId",
        coalesce(i.answer, 'absent') as presence, i.represented_by as "representedBy"
      from minutes_invitee i
      where i.meeting_id = ${attendance.meetingId} and i.name <> ''
        and not exists (select 1 from minutes_participant p where p.invitee_id = i.invitee_id)
      order by i.name, i.invitee_id
    `.execute(inside.database)
    for (const row of rows)
      await sql`
        insert into minutes_participant (participant_id, meeting_id, person_id, invitee_id, name, function, organisation_id,
          presence, represented_by, position)
        select ${newId()}, ${attendance.meetingId}, ${row.personId}::uuid, ${row.id}, ${row.name},
          ${JSON.stringify(row.function)}::jsonb, ${row.organisationId}::uuid, ${row.presence}, ${row.representedBy},
          coalesce(max(position), -1) + 1
        from minutes_participant where meeting_id = ${attendance.meetingId}
      `.execute(inside.database)
  })
}

/** Sets for several participants at once how they took part and whether the minutes name them. */
export async function sayPresences(
  context: Context,
  attendance: Attendance,
  said: readonly { id: string; presence: Presence; isNamed: boolean }[],
): Promise<void> {
  await changing(context, attendance, async (inside) => {
    for (const { id, presence, isNamed } of said)
      await inside.database
        .updateTable('minutes_participant')
        .set({ presence, is_named: isNamed })
        .where('participant_id', '=', id)
        .where('meeting_id', '=', attendance.meetingId)
        .execute()
  })
}

export async function changeParticipant(
  context: Context,
  attendance: Attendance,
  participantId: string,
  participant: NewParticipant,
): Promise<void> {
  await changing(context, attendance, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('minutes_participant')
      .set(columnsOf(participant))
      .where('participant_id', '=', participantId)
      .where('meeting_id', '=', attendance.meetingId)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) notFound(participantId)
  })
}

/** Removes a participant, with the amendments that they proposed. */
export async function removeParticipant(
  context: Context,
  attendance: Attendance,
  participantId: string,
): Promise<void> {
  await changing(context, attendance, async (inside) => {
    await inside.database
      .deleteFrom('minutes_amendment')
      .where('participant_id', '=', participantId)
      .execute()
    await inside.database
      .deleteFrom('minutes_participant')
      .where('participant_id', '=', participantId)
      .where('meeting_id', '=', attendance.meetingId)
      .execute()
  })
}

async function changing(
  context: Context,
  { networkId, meetingId }: Attendance,
  work: (inside: Context) => Promise<void>,
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await lockMeeting(inside, meetingId)
    await work(inside)
    await noteChange(inside, { networkId, meetingId, verb: 'changed-attendance' })
  })
}

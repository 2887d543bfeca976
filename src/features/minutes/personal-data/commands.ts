import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows, removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { eraseFromTexts } from './texts.commands.ts'

/**
 * Takes somebody out of convocations and attendance, and their name out of what was written about meetings; function, body and answer
 * stay. The digest of final minutes that named them does not match any more, which is true of them.
 */
export async function eraseFromMeetings(context: Context, subject: DataSubject): Promise<void> {
  await eraseInvitees(context, subject)
  await eraseParticipants(context, subject)
  await eraseFromMeeting(context, subject)
  await eraseFromTexts(context, subject)
}

async function eraseInvitees(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  await database
    .updateTable('minutes_invitee')
    .set({ name: '', address: null, words: '' })
    .where(sql<boolean>`person_id = ${subject.personId}::uuid or address = any(${subject.addresses}::text[])`)
    .execute()
  const columns = { keys: ['invitee_id'], texts: ['name', 'function', 'represented_by', 'words'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_invitee', columns, subject))
    await database
      .updateTable('minutes_invitee')
      .set({ ...changes, ...withoutMark('name', changes.name) })
      .where('invitee_id', '=', keys.invitee_id)
      .execute()
}

async function eraseParticipants(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  await database
    .updateTable('minutes_participant')
    .set({ name: '', is_named: false })
    .where(sql<boolean>`person_id = ${subject.personId}::uuid`)
    .execute()
  const texts = ['name', 'function', 'represented_by', 'organisation_words'] as const
  const columns = { keys: ['participant_id'], texts } as const
  for (const { keys, changes } of await listNamingRows(context, 'minutes_participant', columns, subject))
    await database
      .updateTable('minutes_participant')
      .set({ ...changes, ...withoutMark('name', changes.name) })
      .where('participant_id', '=', keys.participant_id)
      .execute()
}

async function eraseFromMeeting(context: Context, subject: DataSubject): Promise<void> {
  const texts = ['title', 'place', 'chair', 'invitation', 'final_text', 'search'] as const
  const columns = { keys: ['meeting_id'], texts } as const
  await removeNames(context, 'minutes_meeting', columns, subject)
}

// A name alone leaves nothing: a mark in its place would be no name.
function withoutMark(column: 'name', left: string | undefined): { name?: string } {
  return left !== undefined && /^\s*\[.*\]\s*$/.test(left) ? { [column]: '' } : {}
}

import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows, removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name out of the sheets of missions and of what was asked, and their id from what they did. Post and organisation stay. */
export async function eraseFromMissions(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromSheets(context, subject)
  await eraseFromStops(context, subject)
  await eraseFromSeats(context, subject)
  if (subject.personId === null) return
  const { database } = context
  await database
    .updateTable('agenda_mission')
    .set({ debriefed_by: null })
    .where('debriefed_by', '=', `person:${subject.personId}`)
    .execute()
  for (const column of ['asked_by', 'decided_by', 'withdrawn_by'] as const)
    await database
      .updateTable('agenda_seat_request')
      .set({ [column]: null })
      .where(column, '=', subject.personId)
      .execute()
}

async function eraseFromSheets(context: Context, subject: DataSubject): Promise<void> {
  const texts = [
    'head_name',
    'head_post',
    'head_organisation_words',
    'account',
    'outcome',
    'next_steps',
  ] as const
  for (const { keys, changes } of await listNamingRows(
    context,
    'agenda_mission',
    { keys: ['event_id'], texts },
    subject,
  ))
    await context.database
      .updateTable('agenda_mission')
      .set({ ...changes, ...(isMark(changes.head_name) ? { head_name: '' } : {}) })
      .where('event_id', '=', keys.event_id)
      .execute()
  const members = { keys: ['member_id'], texts: ['names', 'organisation_words'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'agenda_mission_member', members, subject))
    await context.database
      .updateTable('agenda_mission_member')
      .set({ ...changes, ...(isMark(changes.names) ? { names: '' } : {}) })
      .where('member_id', '=', keys.member_id)
      .execute()
}

async function eraseFromStops(context: Context, subject: DataSubject): Promise<void> {
  const stops = { keys: ['stop_id'], texts: ['place', 'words'] } as const
  await removeNames(context, 'agenda_mission_stop', stops, subject)
  const counterparts = { keys: ['counterpart_id'], texts: ['words'] } as const
  await removeNames(context, 'agenda_mission_counterpart', counterparts, subject)
  const items = { keys: ['item_id'], texts: ['title'] } as const
  await removeNames(context, 'agenda_mission_item', items, subject)
}

async function eraseFromSeats(context: Context, subject: DataSubject): Promise<void> {
  const seats = { keys: ['seats_id'], texts: ['for_whom'] } as const
  await removeNames(context, 'agenda_mission_seats', seats, subject)
  const requests = { keys: ['request_id'], texts: ['words', 'answer'] } as const
  await removeNames(context, 'agenda_seat_request', requests, subject)
}

// A name alone leaves nothing: a mark in its place would be no name.
function isMark(left: string | undefined): boolean {
  return left !== undefined && /^\s*\[.*\]\s*$/.test(left)
}

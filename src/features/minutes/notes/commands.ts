import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import { lockMeeting } from '../meetings/commands.ts'
import { mayKeepMeetings, mayTakeNotes } from '../policy.ts'
import { mergeNotes } from './merge-notes.ts'
import { listNotes, listPenIds } from './queries.ts'

/** One note as typed, with the text (`base`) from which it was typed. */
export interface TypedNote {
  id: string
  base: string
  text: string
}

/** Merges typed notes with the present ones and returns every note of the meeting. Redraws no page: only note-takers see notes. */
export async function takeNotes(
  context: Context,
  { networkId, meetingId }: { networkId: string; meetingId: string },
  typed: readonly TypedNote[],
): Promise<{ id: string; text: string }[]> {
  authorize(mayTakeNotes(context.actor, networkId, await listPenIds(context, meetingId)))
  return inTransaction(context, async (inside) => {
    await lockMeeting(inside, meetingId)
    const notes = await listNotes(inside, meetingId)
    const after: { id: string; text: string }[] = []
    for (const { id, text } of notes) {
      const change = typed.find((each) => each.id === id)
      const merged = change ? mergeNotes(change.base, change.text, text) : text
      if (merged !== text) await writeNote(inside, meetingId, id, merged)
      after.push({ id, text: merged })
    }
    return after
  })
}

/** Sets who takes notes beside coordinators. */
export async function givePens(
  context: Context,
  { networkId, meetingId }: { networkId: string; meetingId: string },
  personIds: readonly string[],
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    await inside.database.deleteFrom('minutes_pen').where('meeting_id', '=', meetingId).execute()
    if (personIds.length > 0)
      await inside.database
        .insertInto('minutes_pen')
        .values(
          [...new Set(personIds)].map((person_id) => ({
            meeting_id: meetingId,
            person_id,
            given_at: inside.clock.now().toString(),
            given_by: personIdOf(inside.actor),
          })),
        )
        .execute()
    await recordActivity(inside, {
      networkId,
      verb: 'gave-pen',
      subjectKind: 'meeting',
      subjectId: meetingId,
    })
  })
}

// A person who keeps typing makes one version every few minutes, not one a word.
const versionMinutes = 5

async function writeNote(context: Context, meetingId: string, id: string, text: string): Promise<void> {
  const { database, clock } = context
  const now = clock.now()
  const { rows } = await sql<{ version: number }>`
    insert into minutes_note (note_id, meeting_id, text, version, written_at)
    values (${id}, ${meetingId}, ${text}, 1, ${now.toString()})
    on conflict (note_id) do update set text = excluded.text, written_at = excluded.written_at,
      version = minutes_note.version + case when exists (
        select 1 from minutes_note_version v
        where v.note_id = minutes_note.note_id and v.number = minutes_note.version
          and v.person_id is not distinct from ${personIdOf(context.actor)}::uuid
          and v.written_at > ${now.subtract({ minutes: versionMinutes }).toString()}
      ) then 0 else 1 end
    returning version
  `.execute(database)
  await sql`
    insert into minutes_note_version (note_id, number, text, person_id, written_at)
    values (${id}, ${rows[0]?.version ?? 1}, ${text}, ${personIdOf(context.actor)}, ${now.toString()})
    on conflict (note_id, number) do update set text = excluded.text
  `.execute(database)
}

import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize } from '../../../platform/refusal.ts'
import { lockMeeting, lockUnfinished } from '../meetings/commands.ts'
import { mayKeepMeetings, mayTakeNotes } from '../policy.ts'
import { mergeNotes } from './merge-notes.ts'
import { listNotes, listPenIds } from './queries.ts'

/** One note as typed, with the text (`base`) from which it was typed. */
export interface TypedNote {
  id: string
  base: string
  text: string
}

/**
 * Merges typed notes with the present ones and returns every note of the meeting. Refuses them once the minutes are final. Redraws no
 * page: only note-takers see notes.
 */
export async function takeNotes(
  context: Context,
  { networkId, meetingId }: { networkId: string; meetingId: string },
  typed: readonly TypedNote[],
): Promise<{ id: string; text: string }[]> {
  return inTransaction(context, async (inside) => {
    await lockUnfinished(inside, meetingId)
    authorize(mayTakeNotes(inside.actor, networkId, await listPenIds(inside, meetingId)))
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

/** Sets who takes notes beside coordinators. A person who keeps the pen keeps its giver and its instant. */
export async function givePens(
  context: Context,
  { networkId, meetingId }: { networkId: string; meetingId: string },
  personIds: readonly string[],
): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { actor, clock, database } = inside
    await lockMeeting(inside, meetingId)
    const before = new Set(await listPenIds(inside, meetingId))
    const after = new Set(personIds)
    const ended = [...before.difference(after)]
    const given = [...after.difference(before)]
    if (ended.length > 0)
      await database
        .deleteFrom('minutes_pen')
        .where('meeting_id', '=', meetingId)
        .where('person_id', 'in', ended)
        .execute()
    if (given.length > 0)
      await database
        .insertInto('minutes_pen')
        .values(
          given.map((person_id) => ({
            meeting_id: meetingId,
            person_id,
            given_at: clock.now().toString(),
            given_by: personIdOf(actor),
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
    values (${id}, ${onlyRow(rows).version}, ${text}, ${personIdOf(context.actor)}, ${now.toString()})
    on conflict (note_id, number) do update set text = excluded.text
  `.execute(database)
}

import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/**
 * Erases a person from convocations and attendance, their name from texts about meetings, and their id from what they did there. Function,
 * organisation and answer stay, and the fact that one person wrote a version or an amendment. The digest of final minutes that named them
 * no longer matches, because their text has changed.
 */
export async function eraseFromMeetings(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromMeeting(context, subject)
  await eraseFromTexts(context, subject)
}

async function eraseFromMeeting(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'minutes_invitee',
      own: {
        person: 'person_id',
        address: 'address',
        left: { name: '', address: null, words: '', person_id: null },
      },
      key: ['invitee_id'],
      texts: ['function', 'represented_by', 'words'],
      names: ['name'],
      people: { asked_by: null },
    },
    {
      table: 'minutes_participant',
      own: { person: 'person_id', left: { name: '', is_named: false, person_id: null } },
      key: ['participant_id'],
      texts: ['function', 'represented_by', 'organisation_words'],
      names: ['name'],
    },
    {
      table: 'minutes_meeting',
      key: ['meeting_id'],
      texts: ['title', 'place', 'chair', 'invitation'],
      documents: ['final_text'],
      folded: ['search'],
      grams: true,
      people: {
        announced_by: null,
        convened_by: null,
        held_by: null,
        cancelled_by: null,
        prepared_by: null,
        amendable_by: null,
        final_by: null,
      },
    },
    {
      table: 'minutes_point',
      key: ['point_id'],
      texts: ['title', 'rapporteur'],
      people: { removed_by: null },
    },
    {
      table: 'minutes_pen',
      own: { person: 'person_id', left: 'nothing' },
      people: { given_by: null },
    },
    { table: 'minutes_resource', key: ['resource_id'], texts: ['label', 'copy_words'] },
    { table: 'minutes_note', key: ['note_id'], texts: ['text'] },
    { table: 'minutes_note_version', key: ['note_id', 'number'], texts: ['text'] },
  ])
}

async function eraseFromTexts(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'minutes_section', key: ['section_id'], texts: ['title', 'text'] },
    { table: 'minutes_version', key: ['meeting_id', 'number'], texts: ['document', 'reason'] },
    {
      table: 'minutes_amendment',
      key: ['amendment_id'],
      texts: ['passage', 'proposal', 'reason', 'answer'],
    },
    {
      table: 'minutes_decision',
      key: ['decision_id'],
      texts: ['text', 'said_by', 'quotation', 'horizon_words'],
    },
    { table: 'minutes_action', key: ['action_id'], texts: ['text', 'person', 'due_words'] },
    {
      table: 'minutes_action_step',
      key: ['step_id'],
      texts: ['note', 'due_words'],
      people: { person_id: null },
    },
  ])
}

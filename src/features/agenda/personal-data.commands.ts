import type { Context } from '../../platform/context/context.ts'
import { listNamingRows, removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { fold, grams } from '../../platform/search/index.ts'
import { eraseFromCommitments } from './commitments/personal-data.commands.ts'
import { eraseFromMissions } from './missions/personal-data.commands.ts'
import { eraseFromPolls } from './polls/personal-data.commands.ts'
import { forgetSenders, listProposalIdsFrom } from './proposals/retention.commands.ts'
import { eraseFromRegistrations } from './registration/personal-data.commands.ts'

/** Takes somebody’s name out of what the agenda holds. */
export async function eraseFromAgenda(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromEvents(context, subject)
  await eraseFromMissions(context, subject)
  await eraseFromCommitments(context, subject)
  await eraseFromHolidays(context, subject)
  await eraseFromProposals(context, subject)
  await eraseFromRegistrations(context, subject)
  await eraseFromPolls(context, subject)
  if (subject.personId !== null)
    await context.database.deleteFrom('agenda_feed').where('person_id', '=', subject.personId).execute()
}

// Takes somebody’s name out of the texts of events, and their id from what they did with them.
async function eraseFromEvents(context: Context, subject: DataSubject): Promise<void> {
  // What is searched in is folded.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  const columns = {
    keys: ['event_id'],
    texts: ['title', 'summary', 'venue', 'frame', 'organisers', 'credit', 'search'],
  } as const
  for (const { keys, changes } of await listNamingRows(context, 'agenda_event', columns, folded))
    await context.database
      .updateTable('agenda_event')
      .set({ ...changes, grams: grams(changes.search ?? '') })
      .where('event_id', '=', keys.event_id)
      .execute()
  if (subject.personId === null) return
  const by = `person:${subject.personId}`
  for (const column of ['moved_by', 'cancelled_by', 'published_by'] as const)
    await context.database
      .updateTable('agenda_event')
      .set({ [column]: null })
      .where(column, '=', by)
      .execute()
}

// Whoever proposed something goes, with what they wrote; others’ names go from the texts, and who moderated from what they did.
async function eraseFromProposals(context: Context, subject: DataSubject): Promise<void> {
  await forgetSenders(context, await listProposalIdsFrom(context, subject.addresses))
  const columns = {
    keys: ['proposal_id'],
    texts: ['document', 'body', 'sender_name', 'decision_reason', 'wish_base', 'wish_document'],
  } as const
  await removeNames(context, 'agenda_proposal', columns, subject)
  const versions = { keys: ['proposal_id', 'number'], texts: ['document', 'note'] } as const
  await removeNames(context, 'agenda_proposal_version', versions, subject)
  const messages = { keys: ['message_id'], texts: ['text'] } as const
  await removeNames(context, 'agenda_proposal_message', messages, subject)
}

// Takes somebody’s name from the days that groups added, where it stands as their source or in what they are called.
async function eraseFromHolidays(context: Context, subject: DataSubject): Promise<void> {
  const columns = { keys: ['holiday_id'], texts: ['source', 'name'] } as const
  await removeNames(context, 'agenda_holiday', columns, subject)
}

import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { eraseFromCommitments } from './commitments/personal-data.commands.ts'
import { eraseFromMissions } from './missions/personal-data.commands.ts'
import { eraseFromPolls } from './polls/personal-data.commands.ts'
import { forgetSenders, listProposalIdsFrom } from './proposals/retention.commands.ts'
import { eraseFromRegistrations } from './registration/personal-data.commands.ts'

/** Removes a person’s name from what the agenda holds. */
export async function eraseFromAgenda(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromEvents(context, subject)
  await eraseFromMissions(context, subject)
  await eraseFromCommitments(context, subject)
  await eraseFromProposals(context, subject)
  await eraseFromRegistrations(context, subject)
  await eraseFromPolls(context, subject)
}

async function eraseFromEvents(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'agenda_event',
      key: ['event_id'],
      texts: ['title', 'summary', 'venue', 'frame', 'organisers', 'credit', 'resources'],
      folded: ['search'],
      grams: true,
      people: { moved_by: null, cancelled_by: null, published_by: null },
    },
    // Days that groups added: a person may be their source, or give them their name.
    { table: 'agenda_holiday', key: ['holiday_id'], texts: ['source', 'name'] },
    { table: 'agenda_feed', own: { person: 'person_id', left: 'nothing' } },
  ])
}

// The proposer is erased with what they wrote; the names of others go from the texts, and moderators from what they did.
async function eraseFromProposals(context: Context, subject: DataSubject): Promise<void> {
  await forgetSenders(context, await listProposalIdsFrom(context, subject.addresses))
  await eraseFrom(context, subject, [
    {
      table: 'agenda_proposal',
      key: ['proposal_id'],
      texts: ['document', 'body', 'sender_name', 'decision_reason', 'wish_base', 'wish_document'],
      people: { assigned_to: null, decided_by: null },
    },
    {
      table: 'agenda_proposal_version',
      key: ['proposal_id', 'number'],
      texts: ['document', 'note'],
      people: { person_id: null },
    },
    {
      table: 'agenda_proposal_message',
      key: ['message_id'],
      texts: ['text'],
      people: { person_id: null },
    },
  ])
}

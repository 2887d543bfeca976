import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { forgetAddresses } from './retention.commands.ts'

/**
 * Erases a person from expectations: what they stated and answered stays that of their organisation, their name goes from all of it. Steps
 * stay with their organisation, without the person.
 */
export async function eraseFromExpectations(context: Context, subject: DataSubject): Promise<void> {
  await forgetAddresses(context, subject.addresses)
  const named = await eraseFrom(context, subject, [
    {
      table: 'partners_expectation',
      key: ['expectation_id'],
      texts: ['title', 'text', 'contact_name'],
      folded: ['search'],
      grams: true,
      people: { stated_by: null },
    },
    {
      table: 'partners_expectation_request',
      key: ['request_id'],
      texts: ['words', 'contact_name'],
      people: { asked_by: null, answered_by: null },
    },
    { table: 'partners_expectation_consent', people: { asked_by: null, answered_by: null } },
    {
      table: 'partners_expectation_relay',
      key: ['relay_id'],
      texts: ['word'],
      people: { relayed_by: null, ended_by: null },
    },
    {
      table: 'partners_expectation_closing',
      key: ['expectation_id'],
      texts: ['word'],
      people: { closed_by: null },
    },
    { table: 'partners_expectation_step', people: { person_id: null } },
  ])
  // It was made of the words with the name.
  for (const { expectation_id: id = '' } of named.get('partners_expectation') ?? [])
    await context.database
      .updateTable('partners_expectation')
      .set({ sent_digest: null })
      .where('expectation_id', '=', id)
      .execute()
}

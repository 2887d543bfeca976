import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows, removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { fold, grams } from '../../../platform/search/index.ts'
import { forgetAddresses } from './retention.commands.ts'

/** Takes somebody out of expectations: what they stated and answered stays that of their organisation, their name goes from all of it. */
export async function eraseFromExpectations(context: Context, subject: DataSubject): Promise<void> {
  await forgetAddresses(context, subject.addresses)
  await eraseTexts(context, subject)
  if (subject.personId !== null) await eraseDoer(context, subject.personId)
}

async function eraseTexts(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  // What is searched in is folded.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  const expectations = {
    keys: ['expectation_id'],
    texts: ['title', 'text', 'contact_name', 'search'],
  } as const
  for (const { keys, changes } of await listNamingRows(context, 'partners_expectation', expectations, folded))
    await database
      .updateTable('partners_expectation')
      .set({ ...changes, grams: grams(changes.search ?? ''), sent_digest: null })
      .where('expectation_id', '=', keys.expectation_id)
      .execute()
  const requests = { keys: ['request_id'], texts: ['words', 'contact_name'] } as const
  await removeNames(context, 'partners_expectation_request', requests, subject)
  const relays = { keys: ['relay_id'], texts: ['word'] } as const
  await removeNames(context, 'partners_expectation_relay', relays, subject)
  const closings = { keys: ['expectation_id'], texts: ['word'] } as const
  await removeNames(context, 'partners_expectation_closing', closings, subject)
}

// That something was done stays, and for which organisation; by whom goes.
async function eraseDoer({ database }: Context, personId: string): Promise<void> {
  await database
    .updateTable('partners_expectation')
    .set({ stated_by: null })
    .where('stated_by', '=', personId)
    .execute()
  for (const column of ['asked_by', 'answered_by'] as const) {
    await database
      .updateTable('partners_expectation_consent')
      .set({ [column]: null })
      .where(column, '=', personId)
      .execute()
    await database
      .updateTable('partners_expectation_request')
      .set({ [column]: null })
      .where(column, '=', personId)
      .execute()
  }
  for (const column of ['relayed_by', 'ended_by'] as const)
    await database
      .updateTable('partners_expectation_relay')
      .set({ [column]: null })
      .where(column, '=', personId)
      .execute()
  await database
    .updateTable('partners_expectation_closing')
    .set({ closed_by: null })
    .where('closed_by', '=', personId)
    .execute()
  await database
    .updateTable('partners_expectation_step')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}

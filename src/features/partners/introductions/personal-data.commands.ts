import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { forgetAddresses } from './retention.commands.ts'

/** Takes somebody out of talks: what they said stays said by their authority, their name goes from what was written. */
export async function eraseFromIntroductions(context: Context, subject: DataSubject): Promise<void> {
  await forgetAddresses(context, subject.addresses)
  const messages = { keys: ['message_id'], texts: ['text', 'translations'] } as const
  await removeNames(context, 'partners_introduction_message', messages, subject)
  const refusals = { keys: ['refusal_id'], texts: ['words'] } as const
  await removeNames(context, 'partners_refusal', refusals, subject)
  if (subject.personId !== null) await forgetPerson(context, subject.personId)
}

async function forgetPerson({ database }: Context, personId: string): Promise<void> {
  for (const column of ['person_id', 'vouched_by', 'adviser_id'] as const)
    await database
      .updateTable('partners_introduction')
      .set({ [column]: null })
      .where(column, '=', personId)
      .execute()
  await database
    .updateTable('partners_introduction_message')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
  const by = `person:${personId}`
  for (const column of ['accepted_by', 'declined_by', 'withdrawn_by', 'made_by'] as const)
    await database
      .updateTable('partners_introduction')
      .set({ [column]: null })
      .where(column, '=', by)
      .execute()
  await database
    .updateTable('partners_refusal')
    .set({ refused_by: 'unknown' })
    .where('refused_by', '=', by)
    .execute()
}

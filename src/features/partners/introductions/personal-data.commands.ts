import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { forgetAddresses } from './retention.commands.ts'

/** Erases a person from talks: messages stay, attributed to their authority; names are removed from the text. */
export async function eraseFromIntroductions(context: Context, subject: DataSubject): Promise<void> {
  await forgetAddresses(context, subject.addresses)
  await eraseFrom(context, subject, [
    {
      table: 'partners_introduction',
      people: {
        person_id: null,
        vouched_by: null,
        adviser_id: null,
        accepted_by: null,
        declined_by: null,
        withdrawn_by: null,
        made_by: null,
      },
    },
    {
      table: 'partners_introduction_message',
      key: ['message_id'],
      texts: ['text', 'translations'],
      people: { person_id: null },
    },
    {
      table: 'partners_refusal',
      key: ['refusal_id'],
      texts: ['words'],
      people: { refused_by: 'unknown' },
    },
  ])
}

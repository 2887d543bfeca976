import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/**
 * Erases a person from the sendings that they ordered or cancelled, their trials, and the error messages of sendings. The sendings stay.
 */
export async function eraseFromSendings(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'newsletter_sending',
      key: ['sending_id'],
      texts: ['trouble_detail'],
      people: { ordered_by: null, cancelled_by: null },
    },
    { table: 'newsletter_trial', people: { made_by: null } },
  ])
}

import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { textColumns } from '../../platform/records/fields/columns.ts'
import { practiceFields } from './sheets/fields.ts'

/** Removes a person’s name from the texts of sheets and uses, and their id from what they said of them. */
export async function eraseFromPractices(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'practices_sheet',
      key: ['sheet_id'],
      texts: [...textColumns(practiceFields), 'nothing_said_as'],
      folded: ['search'],
      grams: true,
    },
    { table: 'practices_result', key: ['result_id'], texts: ['measure'] },
    {
      table: 'practices_proposal',
      key: ['proposal_id'],
      texts: ['reason'],
      people: { decided_by: null },
    },
    { table: 'practices_transfer', key: ['sheet_id', 'country'], texts: ['needs', 'hinders'] },
    { table: 'practices_review', own: { address: 'address', left: { address: null } } },
    {
      table: 'practices_review',
      key: ['review_id'],
      texts: ['words', 'who_could', 'said_as'],
      people: { said_by: null },
    },
    {
      table: 'practices_use',
      key: ['use_id'],
      texts: ['reason', 'changed', 'outcome'],
      people: { said_by: null, confirmed_by: null },
    },
  ])
}

import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { dropNamed } from './files/commands.ts'

/**
 * Erases the address that was asked about its lines, who answered, prepared or signed, and a person’s name from answers. Facts hold no
 * person, but a public text in them may name one: a frozen draft that does is thawed, and the files of an edition that does go for good.
 */
export async function eraseFromReports(context: Context, subject: DataSubject): Promise<void> {
  await dropNamed(context, subject)
  await eraseFrom(context, subject, [
    {
      table: 'reports_line',
      own: { address: 'address', left: { address: null } },
      key: ['line_id'],
      texts: ['words', 'said_as'],
      people: { said_by: null },
    },
    { table: 'reports_signature', people: { person_id: null } },
    { table: 'reports_report', people: { made_by: null, frozen_by: null } },
  ])
}

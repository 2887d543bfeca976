import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { eraseFromCalendars } from '../calendars/personal-data.commands.ts'
import { eraseFromTables } from '../tables/personal-data.commands.ts'
import { changesWithoutNames } from './changes-without-names.ts'

/** Erases who imported and decided, and a person’s name from what was made of it; texts of others that name the person remain theirs. */
export async function eraseFromImports(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromTexts(context, subject)
  await eraseFromTables(context, subject)
  await eraseFromCalendars(context, subject)
}

async function eraseFromTexts(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'imports_text',
      // Work that the person requested in the background does not continue without an owner.
      own: { person: 'accepting_by', left: { accepting_by: null, accepting_since: null } },
      key: ['text_id'],
      texts: ['trouble_detail'],
      people: { made_by: null, taken_back_by: null },
    },
    {
      table: 'imports_text_fact',
      key: ['fact_id'],
      texts: ['reason', 'value'],
      folded: ['signature'],
      people: { decided_by: null },
    },
  ])
  await eraseFromWritten(context, subject)
}

async function eraseFromWritten(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const written = { keys: ['fact_id'], texts: ['written'] } as const
  for (const { keys } of await listNamingRows(context, 'imports_text_fact', written, subject)) {
    const { rows } = await sql<{ changes: unknown }>`
      select written -> 'changes' as changes from imports_text_fact where fact_id = ${keys.fact_id}
    `.execute(database)
    const changes = changesWithoutNames(rows[0]?.changes ?? [], subject)
    await sql`
      update imports_text_fact set written = jsonb_set(written, '{changes}', ${JSON.stringify(changes)}::jsonb)
      where fact_id = ${keys.fact_id}
    `.execute(database)
  }
}

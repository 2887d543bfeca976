import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import { listNamingRows } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

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

// Thaws the frozen draft, and removes the files of the editions, whose public texts name the person.
async function dropNamed(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const naming = { texts: ['facts'], documents: ['facts'] } as const
  const drafts = await listNamingRows(context, 'reports_report', { keys: ['report_id'], ...naming }, subject)
  const edited = { keys: ['edition_id'], ...naming } as const
  const editions = await listNamingRows(context, 'platform_edition', edited, subject)
  const draftIds = drafts.map(({ keys }) => keys.report_id)
  const editionIds = editions.map(({ keys }) => keys.edition_id)
  if (draftIds.length > 0)
    await database
      .updateTable('reports_report')
      .set({ facts: null, digest: null, frozen_at: null, frozen_by: null, publish_at: null })
      .where('report_id', 'in', draftIds)
      .execute()
  await database
    .deleteFrom('reports_file as file')
    .using('reports_report as report')
    .whereRef('report.report_id', '=', 'file.report_id')
    .where(
      sql<boolean>`(report.report_id = any(${draftIds}::uuid[]) or report.edition_id = any(${editionIds}::uuid[]))`,
    )
    .execute()
}

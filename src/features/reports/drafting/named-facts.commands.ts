import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Thaws the frozen draft, and removes the files of the editions, whose public texts name a person who is erased. */
export async function dropNamed(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const naming = { texts: ['facts'], documents: ['facts'] } as const
  const drafts = await listNamingRows(context, 'reports_report', { keys: ['report_id'], ...naming }, subject)
  const editions = await listNamingRows(
    context,
    'platform_edition',
    { keys: ['edition_id'], ...naming },
    subject,
  )
  const draftIds = drafts.map(({ keys }) => keys.report_id)
  const editionIds = editions.map(({ keys }) => keys.edition_id)
  if (draftIds.length > 0)
    await database
      .updateTable('reports_report')
      .set({ facts: null, digest: null, frozen_at: null, frozen_by: null, publish_at: null })
      .where('report_id', 'in', draftIds)
      .execute()
  if (draftIds.length + editionIds.length > 0)
    await database
      .deleteFrom('reports_file')
      .where('report_id', 'in', (of) =>
        of
          .selectFrom('reports_report')
          .select('report_id')
          .where((where) =>
            where.or([
              ...(draftIds.length > 0 ? [where('report_id', 'in', draftIds)] : []),
              ...(editionIds.length > 0 ? [where('edition_id', 'in', editionIds)] : []),
            ]),
          ),
      )
      .execute()
}

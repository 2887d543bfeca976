import type { Context } from '../../../../platform/context/context.ts'
import { openTable } from '../../../../platform/spreadsheets/open-table.ts'
import type { PlanOptions } from '../plan/planned-row.ts'
import { TablePlan } from '../plan/table-plan.ts'
import type { WordLists } from '../words/word-list.ts'
import { ReportBuilder } from './report.ts'
import type { TableReport } from './report-shape.ts'

/** Works out what a table would do; writes nothing. `progress` receives the number of rows read. */
export async function checkTable(
  context: Context,
  place: { path: string; sheet: string | null },
  options: PlanOptions,
  lists: WordLists,
  progress: (rows: number) => void | Promise<void>,
): Promise<TableReport> {
  const table = await openTable(place)
  try {
    const plan = await TablePlan.begin(context, options, lists)
    const builder = new ReportBuilder(options.mapping, options.language)
    for await (const rows of table.batches()) {
      builder.add(await plan.plan(rows))
      await progress(rows.at(-1)?.number ?? 0)
    }
    return builder.report(plan)
  } finally {
    await table.close()
  }
}

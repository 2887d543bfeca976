import type { Context } from '../../../../platform/context/context.ts'
import { listSourceNames } from '../../texts/review/queries.ts'
import type { TableReport } from '../checking/report-shape.ts'
import type { TableWords } from '../views/table-words.ts'

/** What stands where a table says otherwise, as whoever looks at the import may see it. */
export async function gatherWords(
  context: Context,
  { report }: { report: TableReport | null },
): Promise<TableWords> {
  const differences = report?.differences ?? []
  const sources = await listSourceNames(context, [...new Set(differences.flatMap((each) => each.sources))])
  return { sources, presentOf: ({ present }) => present }
}

import type { Context } from '../../../platform/context/context.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { findViewer, listPosts, type Post } from '../../contacts/index.ts'
import { listSourceNames } from '../texts/review/queries.ts'
import type { ReportTold, TableReport } from './checking/report-shape.ts'
import type { SaidValue } from './checking/said-value.ts'
import type { TableImport } from './records/queries.ts'
import type { TableWords } from './views/table-words.ts'

/** The present values that a table contradicts, as the reader of the import may see them; `language` is the reader's. */
export async function findWords(
  context: Context,
  { report, mapping, networkId }: TableImport & { report: TableReport | null },
  language: string,
): Promise<TableWords> {
  const differences = report?.differences ?? []
  const sources = await listSourceNames(context, [...new Set(differences.flatMap((each) => each.sources))])
  if (mapping.kind !== 'contacts' || differences.length === 0)
    return { sources, presentOf: ({ present }) => present }
  const posts = await listPosts(context, await findViewer(context, networkId))
  const byId = new Map(posts.map((post) => [post.id, post]))
  return {
    sources,
    presentOf: (told) => told.present ?? presentIn(byId.get(told.known ?? ''), told, language),
  }
}

function presentIn(post: Post | undefined, { read }: ReportTold, language: string): SaidValue | null {
  if (!post) return null
  const { holder } = post
  const said = (part: 'post' | 'person' | 'address' | 'telephone', text: string | null | undefined) =>
    text ? { part, text } : null
  switch (read.part) {
    case 'post':
      return said('post', chooseText(post.function, language)?.text)
    case 'person':
      return said('person', holder && chooseName(holder.name, language).text)
    case 'address':
      return said('address', holder?.email)
    case 'telephone':
      return said('telephone', holder?.telephone)
    default:
      return null
  }
}

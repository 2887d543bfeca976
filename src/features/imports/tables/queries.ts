import type { Context } from '../../../platform/context/context.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { TableRow } from '../../../platform/spreadsheets/table.ts'
import { findViewer, listPosts, type Post } from '../../contacts/index.ts'
import { listCandidatesByName, namesSought } from '../../directory/gazetteer/index.ts'
import { splitName } from '../resolving/asked-party.ts'
import { listSourceNames } from '../texts/review/queries.ts'
import type { ReportTold, TableReport } from './checking/report-shape.ts'
import type { SaidValue } from './checking/said-value.ts'
import { columnOfField, type Defaults, type Mapping, type Side } from './fields.ts'
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

/**
 * The country of a network in which the organisations of a column without countries lie: the one with most of their names. With two
 * countries and one such column, the other country is for the other side.
 */
export async function findDefaults(
  context: Context,
  mapping: Omit<Mapping, 'defaults'>,
  rows: readonly TableRow[],
  countries: readonly string[],
): Promise<Defaults> {
  const [first, second] = await Promise.all([
    guessCountry(context, mapping, rows, countries, 'first'),
    guessCountry(context, mapping, rows, countries, 'second'),
  ])
  const hasColumn = (side: Side) => columnOfField(mapping, `${side}.country`) !== null
  return {
    firstCountry: hasColumn('first') ? null : first,
    secondCountry: hasColumn('second') || columnOfField(mapping, 'second.name') === null ? null : second,
    agreementKind: null,
  }
}

const leastShare = 0.3

async function guessCountry(
  context: Context,
  mapping: Omit<Mapping, 'defaults'>,
  rows: readonly TableRow[],
  countries: readonly string[],
  side: Side,
): Promise<string | null> {
  const column = columnOfField(mapping, `${side}.name`)
  if (column === null) return null
  const names = [
    ...new Set(rows.map(({ cells }) => cells[column] ?? '').filter((name) => name !== '')),
  ].slice(0, 100)
  const sought = names.map((name) => namesSought(splitName(name).name))
  const found = await listCandidatesByName(
    context,
    sought.flatMap(({ folded, bare }) => [folded, bare]),
  )
  const shares = countries.map((country) => {
    const borne = sought.filter(({ folded, bare }) =>
      [...(found.get(folded) ?? []), ...(found.get(bare) ?? [])].some((each) => each.country === country),
    )
    return { country, share: borne.length / Math.max(1, names.length) }
  })
  const [best, next] = shares.toSorted((a, b) => b.share - a.share)
  return best && best.share >= leastShare && best.share > (next?.share ?? 0) ? best.country : null
}

import type { Context } from '../../../platform/context/context.ts'
import type { TableRow } from '../../../platform/spreadsheets/table.ts'
import { listCandidatesByName, namesSought } from '../../directory/gazetteer/index.ts'
import { splitName } from '../resolving/asked-party.ts'
import { columnOfField, type Defaults, type Mapping, type Side } from './fields.ts'

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

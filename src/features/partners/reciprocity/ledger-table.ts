import type { Reader } from '../../../platform/i18n/reader.ts'
import { type LedgerLine, linesByYear } from './ledger.ts'
import { ledgerColumns, partColumns, visitColumns } from './ledger-columns.ts'
import { tieWords } from './tie-words.ts'
import type { ComparedTie } from './ties.queries.ts'
import type { Visit } from './visit.ts'

type Pair = readonly [string, string]

/** The head of the downloaded table. */
export function tableHead(reader: Reader, pair: Pair): string[] {
  const { t } = reader
  return [
    t('partners.reciprocity.tie'),
    t('partners.reciprocity.year'),
    ...columnsOf(reader, pair).map(({ label }) => label),
  ]
}

/** A tie in that table: a line for all of it, without a year, then one for the visits of each year. */
export function tableRows(
  reader: Reader,
  pair: Pair,
  { tie, line, visits }: { tie: ComparedTie; line: LedgerLine; visits: readonly Visit[] },
): string[][] {
  const name = tieWords(reader, tie)
  const columns = columnsOf(reader, pair)
  const years = linesByYear(
    pair,
    visits.filter(({ cooperationIds }) => cooperationIds.includes(tie.id)),
  )
  return [
    [name, '', ...columns.map(({ value }) => String(value(line)))],
    ...years.map((year) => [
      name,
      year.year === null ? reader.t('partners.reciprocity.undated') : String(year.year),
      ...visitColumns(reader, pair).map(({ value }) => String(value(year))),
      ...columns.slice(3).map(() => ''),
    ]),
  ]
}

function columnsOf(reader: Reader, pair: Pair) {
  return [...ledgerColumns(reader, pair), ...partColumns(reader, pair)]
}

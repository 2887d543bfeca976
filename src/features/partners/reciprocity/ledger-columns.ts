import type { Reader } from '../../../platform/i18n/reader.ts'
import { tieTitle } from '../../../ui/tie/tie-line.tsx'
import { byOwnSide, countryName, shortNames } from '../../directory/index.ts'
import { type LedgerLine, linesByYear } from './ledger.ts'
import type { ComparedTie } from './queries.ts'
import type { Visit } from './visit.ts'

export interface LedgerColumn {
  key: string
  label: string
  value(line: LedgerLine): number
  /** A figure beside the main one that is no part of it: what was met in part alone. */
  part?(line: LedgerLine): number
}

/** What a ledger counts, each way, in the words of the reader. */
export function ledgerColumns(reader: Reader, [own, other]: readonly [string, string]): LedgerColumn[] {
  return [...visitColumns(reader, [own, other]), ...otherColumns(reader, [own, other])]
}

/** Its first three columns: visits there and back, and those of which nobody knows. */
export function visitColumns(
  reader: Reader,
  pair: readonly [string, string],
): (Omit<LedgerColumn, 'value'> & { value(line: Pick<LedgerLine, 'visits' | 'unknownVisits'>): number })[] {
  const { t } = reader
  const [there, back] = waysOf(reader, pair)
  return [
    {
      key: 'visitsThere',
      label: t('partners.reciprocity.visits', there),
      value: ({ visits }) => visits.there,
    },
    { key: 'visitsBack', label: t('partners.reciprocity.visits', back), value: ({ visits }) => visits.back },
    { key: 'unknown', label: t('partners.reciprocity.unknown'), value: ({ unknownVisits }) => unknownVisits },
  ]
}

/** The two directions between the sides, in words. */
export function wayWords(reader: Reader, pair: readonly [string, string]): [string, string] {
  const [there, back] = waysOf(reader, pair)
  return [reader.t('partners.reciprocity.way', there), reader.t('partners.reciprocity.way', back)]
}

/** Whether nothing is counted on a line. */
export function isEmptyLine({
  visits,
  unknownVisits,
  expectations,
  partExpectations,
  texts,
}: LedgerLine): boolean {
  const counted = [visits, expectations, partExpectations, texts]
  return counted.every(({ there, back }) => there + back === 0) && unknownVisits === 0
}

/** What was met in part alone, in each direction, for the downloaded table: there each has a column. */
function partColumns(reader: Reader, pair: readonly [string, string]): LedgerColumn[] {
  const { t } = reader
  const [there, back] = waysOf(reader, pair)
  return [
    {
      key: 'partThere',
      label: t('partners.reciprocity.partExpectations', there),
      value: ({ partExpectations }) => partExpectations.there,
    },
    {
      key: 'partBack',
      label: t('partners.reciprocity.partExpectations', back),
      value: ({ partExpectations }) => partExpectations.back,
    },
  ]
}

function otherColumns(reader: Reader, pair: readonly [string, string]): LedgerColumn[] {
  const { t } = reader
  const [there, back] = waysOf(reader, pair)
  return [
    {
      key: 'expectationsThere',
      label: t('partners.reciprocity.expectations', there),
      value: ({ expectations }) => expectations.there,
      part: ({ partExpectations }) => partExpectations.there,
    },
    {
      key: 'expectationsBack',
      label: t('partners.reciprocity.expectations', back),
      value: ({ expectations }) => expectations.back,
      part: ({ partExpectations }) => partExpectations.back,
    },
    { key: 'textsThere', label: t('partners.reciprocity.texts', there), value: ({ texts }) => texts.there },
    { key: 'textsBack', label: t('partners.reciprocity.texts', back), value: ({ texts }) => texts.back },
  ]
}

function waysOf(reader: Reader, [own, other]: readonly [string, string]) {
  const [first, second] = [countryName(reader, own), countryName(reader, other)]
  return [
    { from: first, to: second },
    { from: second, to: first },
  ] as const
}

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

/** `Limoges – Icheon`, the reader’s side first. */
export function tieWords(reader: Reader, { parties }: ComparedTie): string {
  const countries = byOwnSide(reader, [...new Set(parties.map(({ country }) => country))])
  const ordered = parties.toSorted((a, b) => countries.indexOf(a.country) - countries.indexOf(b.country))
  return tieTitle(
    reader,
    ordered.map((party) => ({ country: party.country, name: shortNames(party) })),
  )
}

import type { Reader } from '../../../platform/i18n/reader.ts'
import { countryName } from '../../directory/index.ts'
import type { LedgerLine } from './ledger.ts'

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
export function partColumns(reader: Reader, pair: readonly [string, string]): LedgerColumn[] {
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

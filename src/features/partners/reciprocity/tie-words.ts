import type { Reader } from '../../../platform/i18n/reader.ts'
import { tieTitle } from '../../../ui/tie/tie-line.tsx'
import { byOwnSide, shortNames } from '../../directory/index.ts'
import type { ComparedTie } from './ties.queries.ts'

/** `Limoges – Icheon`, the reader’s side first. */
export function tieWords(reader: Reader, { parties }: ComparedTie): string {
  const countries = byOwnSide(reader, [...new Set(parties.map(({ country }) => country))])
  const ordered = parties.toSorted((a, b) => countries.indexOf(a.country) - countries.indexOf(b.country))
  return tieTitle(
    reader,
    ordered.map((party) => ({ country: party.country, name: shortNames(party) })),
  )
}

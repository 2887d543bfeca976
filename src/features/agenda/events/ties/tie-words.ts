import type { Reader } from '../../../../platform/i18n/reader.ts'
import { tieTitle } from '../../../../ui/tie/tie-line.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { ConcernedTie } from './queries.ts'

/** `Limoges – Icheon`, in the reader’s language. */
export function tieWords(reader: Reader, { parties }: ConcernedTie): string {
  return tieTitle(
    reader,
    parties.map((party) => ({ country: party.country, name: shortNames(party) })),
  )
}

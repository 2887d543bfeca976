import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { shortNames } from '../../directory/index.ts'
import type { Party } from '../cooperations/summary.queries.ts'

type Named = Pick<Party, 'name' | 'shortName' | 'capacity'>

/** The name of a tie in each language in which all its parties have a name: « Limoges – Icheon ». */
export function tieNames(parties: Named[]): LocalizedName {
  const names = parties.filter((party) => party.capacity === 'party').map(shortNames)
  const languages = Object.keys(names[0] ?? {}).filter((language) => names.every((name) => name[language]))
  return Object.fromEntries(
    languages.map((language) => [language, names.map((name) => name[language]).join(' – ')]),
  )
}

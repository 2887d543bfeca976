import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { CooperationAnswer } from '../records/schema.ts'

type Party = CooperationAnswer['parties'][number]

/** The languages of all names in tables and files. */
export const namedLanguages = ['fr', 'ko', 'en'] as const

/** The name of a tie in each of them; a party without a name in one keeps another. */
export function nameOf({ parties }: Pick<CooperationAnswer, 'parties'>): LocalizedName {
  const holders = parties.filter((party) => party.capacity === 'party')
  return Object.fromEntries(
    namedLanguages.map((language) => [
      language,
      holders.map((party) => bareName(party, language)).join(' – '),
    ]),
  )
}

/** The plain name of a party in a language, or in another if it has none. */
export function bareName({ name, short_name }: Pick<Party, 'name' | 'short_name'>, language: string): string {
  return chooseName({ ...name, ...short_name }, language).text
}

import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { CooperationAnswer } from '../records/schema.ts'

type Agreement = CooperationAnswer['agreements'][number]
type Activity = CooperationAnswer['activities'][number]

/** The words of an export in one language. */
export interface ExportWords {
  language: string
  status(code: CooperationAnswer['status']): string
  intention(code: CooperationAnswer['intention']): string
  theme(code: CooperationAnswer['themes'][number]): string
  agreementKind(code: Agreement['kind']): string
  agreementState(code: Agreement['state']): string
  activityKind(code: Activity['kind']): string
}

/** Labels of codes as on the pages. */
export function exportWords(language: string, t: Translate): ExportWords {
  return {
    language,
    status: (code) => t(`ui.status.${code}`),
    intention: (code) => (code ? t(`registry.intention.${code}`) : ''),
    theme: (code) => t(`networks.theme.${code}`),
    agreementKind: (code) => t(`registry.agreementKind.${code}`),
    agreementState: (code) => (code ? t(`registry.agreementState.${code}`) : ''),
    activityKind: (code) => t(`agenda.eventKind.${code}`),
  }
}

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

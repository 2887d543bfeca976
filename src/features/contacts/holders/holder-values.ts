import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { dateToType } from '../../../ui/text/understood-date.ts'
import { usualTransferBasis } from '../legal.ts'
import type { Holder } from './holder.ts'

/** The initial values of the form of a person: the kept data, or what is usual in their country. */
export function holderValues(
  reader: Reader,
  holder: Holder | null,
  { country, language, legalBasis }: { country: string; language: string; legalBasis: string },
): FormValues {
  if (holder === null)
    return {
      nameLanguage: language,
      languages: [language],
      residence: country,
      legalBasis,
      transferBasis: usualTransferBasis(country),
    }
  const tags = Object.keys(holder.name)
  const own = tags.find((tag) => !tag.endsWith('-Latn')) ?? language
  return {
    name: holder.name[own] ?? '',
    nameLanguage: own,
    romanised: holder.name[`${own}-Latn`] ?? '',
    ...Object.fromEntries(
      Object.entries(holder.salutation).map(([tag, text]) => [`salutation.${tag}`, text]),
    ),
    languages: holder.languages,
    email: holder.email ?? '',
    telephone: holder.telephone ?? '',
    from: holder.from === null ? '' : dateToType(reader, holder.from, null),
    residence: holder.residence,
    provenance: holder.provenance,
    provenanceNote: holder.provenanceNote,
    legalBasis: holder.legalBasis,
    transferBasis: holder.transferBasis,
    retentionUntil: holder.retentionUntil,
  }
}

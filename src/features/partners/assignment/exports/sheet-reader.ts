import type { Passage } from '../../../../platform/documents/sheet.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { interfaceLanguageFor } from '../../../../platform/i18n/languages.ts'
import { chooseName, type LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { mailReader } from '../../../../platform/mail/notify.ts'
import { shortNames } from '../../../directory/index.ts'
import type { Participant } from '../session.ts'

/** Gives the words of a language of the interface. */
export type Services = Parameters<typeof mailReader>[0]

/** The languages of a sheet: those of the sides that meet, the participant’s own first; English where the interface lacks one. */
export function sheetReaders(services: Services, today: string, countries: readonly string[]): Reader[] {
  const languages = countries.map((country) => interfaceLanguageFor(languageOf(country)))
  return [...new Set(languages)].map((language) => mailReader(services, { today }, { language }))
}

/** A name in each of these languages that it has, one after the other: « Icheon 이천 ». */
export function namePassage(
  { organisation }: Pick<Participant, 'organisation'>,
  readers: readonly Reader[],
): Passage {
  const names = shortNames(organisation)
  const chosen = readers.map(({ language }) => chooseName(names, language))
  const own = names[languageOf(organisation.country)]
  const all = [...chosen, ...(own ? [{ text: own, language: languageOf(organisation.country) }] : [])]
  return all
    .filter(({ text }, index) => all.findIndex((each) => each.text === text) === index)
    .flatMap(
      ({ text, language }, index): Passage => [
        ...(index === 0 ? [] : [{ text: ' ' }]),
        { text, language, ...(index === 0 ? { emphasis: 'strong' as const } : {}) },
      ],
    )
}

/** A name in each of these languages that it has, as plain text. */
export function nameWords(
  participant: Pick<Participant, 'organisation'>,
  readers: readonly Reader[],
): string {
  return namePassage(participant, readers)
    .map(({ text }) => text)
    .join('')
}

/** A name in the reader’s language, then as its bearer and the others write it; a missing name in the reader’s language is stated. */
export function saidName(
  reader: Reader,
  name: LocalizedName,
  country: string,
  others: readonly Reader[] = [],
): Passage {
  const said = name[reader.language] ?? ''
  const languages = [languageOf(country), ...others.map(({ language }) => language)]
  const beside = languages.flatMap((language) => {
    const text = name[language]
    return text && text !== said ? [{ text, language }] : []
  })
  const first = said === '' ? (beside[0] ?? chooseName(name, reader.language)) : null
  const rest = beside.filter(
    ({ text }, index) => text !== first?.text && beside.findIndex((each) => each.text === text) === index,
  )
  return [
    ...(first === null
      ? [{ text: said, language: reader.language }]
      : [first, { text: ` (${reader.t('partners.assignment.noName')})`, emphasis: 'quiet' as const }]),
    ...rest.flatMap((each): Passage => [{ text: ' – ' }, each]),
  ]
}

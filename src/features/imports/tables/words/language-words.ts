import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { fold } from '../../../../platform/search/index.ts'

/** The languages that a cell names, among some: by their codes or their names in the languages of the interface. */
export function readLanguages(text: string, known: readonly string[]): string[] {
  const words = text.split(/[,;/·、|\n]+|\set\s|\sand\s/).map((word) => fold(word))
  return known.filter((code) => {
    const names = interfaceLanguages.map(
      (language) => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code,
    )
    return [code, ...names].some((name) => words.includes(fold(name)))
  })
}

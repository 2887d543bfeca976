import { readSaidDate } from '../../../../platform/dates/index.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { readMailAddress, readMailbox } from '../../../../platform/mail/mail-address.ts'
import { fold } from '../../../../platform/search/index.ts'
import { isCountry, themes } from '../../../networks/index.ts'

/** Reads an address, alone or with a name: `Claire Martin <claire@ville.fr>`. Null for anything else. */
export function readAddress(text: string): string | null {
  return readMailAddress(text) ?? readMailbox(text)?.address ?? null
}

/** Reads a language of this site, by its code or its name in one of them. Null for any other. */
export function readLanguage(text: string): InterfaceLanguage | null {
  const asked = fold(text)
  return (
    interfaceLanguages.find(
      (code) =>
        code === asked ||
        interfaceLanguages.some(
          (language) => fold(new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? '') === asked,
        ),
    ) ?? null
  )
}

/** Reads a country, by its two letters or its name in French, Korean or English. Null for anything else. */
export function readCountry(text: string): string | null {
  const code = text.toUpperCase()
  if (/^[A-Z]{2}$/.test(code)) return isCountry(code) ? code : null
  return countries().get(fold(text)) ?? null
}

let known: ReadonlyMap<string, string> | null = null

function countries(): ReadonlyMap<string, string> {
  known ??= new Map(
    codes().flatMap((code) =>
      interfaceLanguages.map((language): [string, string] => [
        fold(new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code),
        code,
      ]),
    ),
  )
  return known
}

function codes(): string[] {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
  return letters.flatMap((one) => letters.map((two) => one + two)).filter(isCountry)
}

/** Reads a day as people and spreadsheets write it, in digits with the day before the month. Null for anything else or a vague date. */
export function readDay(text: string): string | null {
  const said = readSaidDate(text.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$/, '$1'), 'fr')
  return said !== null && /^\d{4}-\d{2}-\d{2}$/.test(said.edtf) ? said.edtf : null
}

/** The names of themes in this site’s languages, and their codes. */
export function readThemeWords(
  translate: (language: InterfaceLanguage) => Translate,
): ReadonlyMap<string, string> {
  return new Map(
    themes.flatMap((theme) => [
      [fold(theme), theme] as const,
      ...interfaceLanguages.map((language): [string, string] => [
        fold(translate(language)(`networks.theme.${theme}`)),
        theme,
      ]),
    ]),
  )
}

/** Reads the themes of a cell. Null when it also names something else. */
export function readThemes(words: ReadonlyMap<string, string>, text: string): string[] | null {
  const whole = words.get(fold(text))
  if (whole !== undefined) return [whole]
  const found = text
    .split(/[,;/·、|]+/)
    .filter((word) => word.trim() !== '')
    .map((word) => words.get(fold(word)))
  return found.includes(undefined) ? null : [...new Set(found.flatMap((theme) => theme ?? []))]
}

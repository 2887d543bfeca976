import { IntlMessageFormat } from 'intl-messageformat'
import type { InterfaceLanguage } from './languages.ts'
import type { MessageKey, Translate } from './translate.ts'
import { frenchTypography } from './typography.ts'

export type Messages = Record<InterfaceLanguage, Record<string, string>>

/**
 * Joins the message files of the features into one catalogue.
 * Messages are compiled at first use and kept; a key that does not exist stops the request: the checks let none pass.
 */
export function createCatalogue(parts: Messages[]): (language: InterfaceLanguage) => Translate {
  const translators = new Map<InterfaceLanguage, Translate>()
  return (language) => {
    const known = translators.get(language)
    if (known) return known
    const translate = createTranslate(language, Object.assign({}, ...parts.map((part) => part[language])))
    translators.set(language, translate)
    return translate
  }
}

function createTranslate(language: InterfaceLanguage, sources: Record<string, string>): Translate {
  const compiled = new Map<string, IntlMessageFormat | string>()
  const finish = language === 'fr' ? frenchTypography : (text: string) => text
  const compile = (key: MessageKey) => {
    const source = sources[key]
    if (source === undefined) throw new Error(`No message "${key}" in ${language}`)
    const message = /[{'<]/.test(source)
      ? new IntlMessageFormat(source, language, undefined, { ignoreTag: true })
      : finish(source)
    compiled.set(key, message)
    return message
  }
  return (key, ...[parameters]) => {
    const message = compiled.get(key) ?? compile(key)
    return typeof message === 'string' ? message : finish(String(message.format(parameters)))
  }
}

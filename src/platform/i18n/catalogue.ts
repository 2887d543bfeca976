import { IntlMessageFormat } from 'intl-messageformat'
import { LRUCache } from 'lru-cache'
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
  const said = new LRUCache<string, string>({ max: 2000 })
  return (key, ...[parameters]) => {
    const message = compiled.get(key) ?? compile(key)
    if (typeof message === 'string') return message
    // A table repeats the same few texts in every row, and formatting them takes longer than looking them up.
    const asked = `${key} ${JSON.stringify(parameters)}`
    const text = said.get(asked) ?? finish(String(message.format(parameters)))
    if (asked.length < longestKept) said.set(asked, text)
    return text
  }
}

const longestKept = 200

import { isInterfaceLanguage } from '../../platform/i18n/languages.ts'
import type { PlainMessageKey, Translate } from '../../platform/i18n/translate.ts'
import type { DataField, DataRecord } from '../../platform/personal-data/personal-data.ts'

/** The reader of a record in words. */
interface Listener {
  t: Translate
  language: string
}

export interface ToldField {
  label: string
  words: string
  /** The instant, for callers that show it by a clock of their own. */
  at: Date | null
}

/** A record as labels and words, without what is empty. */
export function tellRecord(listener: Listener, record: DataRecord): ToldField[] {
  return Object.entries(record).flatMap(([field, value]) => {
    const words = wordsOf(listener, inWords(listener, field, value))
    const at = value instanceof Date ? value : null
    return words === '' || !isField(record, field)
      ? []
      : [{ label: listener.t(`ui.personalData.field.${field}`), words, at }]
  })
}

function isField(record: DataRecord, field: string): field is DataField {
  return Object.hasOwn(record, field)
}

/** Codes of languages and countries as their names; everything else as it is. */
function inWords({ language }: Listener, field: string, value: unknown): unknown {
  const type = codedFields[field]
  if (type === undefined) return value
  const names = new Intl.DisplayNames([language], { type })
  const nameOf = (code: unknown) => (typeof code === 'string' && code !== '' ? names.of(code) : code)
  return Array.isArray(value) ? value.map(nameOf) : nameOf(value)
}

const codedFields: Readonly<Record<string, 'language' | 'region'>> = {
  country: 'region',
  language: 'language',
  languages: 'language',
  residence: 'region',
}

function wordsOf(listener: Listener, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return value
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, ' UTC')
  if (Array.isArray(value))
    return value
      .map((each) => wordsOf(listener, each))
      .filter(Boolean)
      .join(', ')
  if (typeof value !== 'object') return codeWords(listener, String(value))
  const entries = Object.entries(value)
  const own = entries.find(([key]) => key === listener.language)
  // Of a name in several languages, the reader’s; of a person’s own names, all.
  if (own && typeof own[1] === 'string' && entries.every(([key]) => isInterfaceLanguage(key))) return own[1]
  const words = entries.flatMap(([key, each]) => {
    const inner = wordsOf(listener, each)
    return inner === '' ? [] : [`${key}: ${inner}`]
  })
  return words.join('; ')
}

function codeWords({ t }: Listener, text: string): string {
  const code = codes.find((key) => key === `ui.personalData.code.${text}`)
  return code === undefined ? text : t(code)
}

const codes = [
  'ui.personalData.code.accepted',
  'ui.personalData.code.chair',
  'ui.personalData.code.contributor',
  'ui.personalData.code.cooperation',
  'ui.personalData.code.coordinator',
  'ui.personalData.code.invitation',
  'ui.personalData.code.link',
  'ui.personalData.code.member',
  'ui.personalData.code.organisation',
  'ui.personalData.code.passkey',
  'ui.personalData.code.person',
  'ui.personalData.code.public_minutes',
  'ui.personalData.code.reader',
  'ui.personalData.code.refused',
] as const satisfies readonly PlainMessageKey[]

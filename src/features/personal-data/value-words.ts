import type { Translate } from '../../platform/i18n/translate.ts'
import type { DataField, DataRecord } from '../../platform/personal-data/personal-data.ts'

/** A record as labels and words; what is empty is left out. */
export function valueWords(t: Translate, record: DataRecord): { label: string; words: string }[] {
  const fields: [DataField | string, unknown][] = Object.entries(record)
  return fields.flatMap(([field, value]) => {
    const words = wordsOf(value)
    return words === '' || !isField(record, field)
      ? []
      : [{ label: t(`ui.personalData.field.${field}`), words }]
  })
}

function isField(record: DataRecord, field: string): field is DataField {
  return Object.hasOwn(record, field)
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return value
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, ' UTC')
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ')
  if (typeof value !== 'object') return String(value)
  const words = Object.entries(value).flatMap(([key, each]) => {
    const inner = wordsOf(each)
    return inner === '' ? [] : [`${key}: ${inner}`]
  })
  return words.join('; ')
}

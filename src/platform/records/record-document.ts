import type { LocalizedText } from '../i18n/localized-text.ts'

/**
 * A whole record as one value: what a version keeps, what is compared, merged and restored. Lists hold either plain values, or
 * entries with an `id` by which the same entry is known from one version to the next.
 */
export type RecordDocument = { readonly [field: string]: RecordValue }
export type RecordValue =
  | string
  | number
  | boolean
  | null
  | readonly RecordValue[]
  | { readonly [field: string]: RecordValue | undefined }

export type RecordEntry = { readonly [field: string]: RecordValue | undefined } & { readonly id: string }

/** The place of a value in a document: names of fields and ids of entries. */
export type RecordPath = readonly string[]

export function isObject(value: RecordValue | undefined): value is { readonly [field: string]: RecordValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a list whose entries have ids. An empty list may be either. */
export function isEntryList(value: RecordValue | undefined): value is readonly RecordEntry[] {
  return Array.isArray(value) && value.every((each) => isObject(each) && typeof each.id === 'string')
}

export function isPlainList(value: RecordValue | undefined): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number')
}

/** Whether a value is a text in several languages with the state of each. */
export function isLocalizedText(value: RecordValue | undefined): value is LocalizedText {
  if (!isObject(value)) return false
  const passages = Object.values(value)
  return passages.length > 0 && passages.every(isPassage)
}

/** Whether a value is one language of a text. */
export function isPassage(value: RecordValue | undefined): value is { text: string; state: string } {
  return (
    isObject(value) &&
    typeof value.text === 'string' &&
    typeof value.state === 'string' &&
    Object.keys(value).length === 2
  )
}

/** Whether two values say the same, whatever the order of their fields. */
export function isSame(a: RecordValue | undefined, b: RecordValue | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isSame(each, b[index]))
  if (!isObject(a) || !isObject(b)) return false
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => isSame(a[name], b[name]))
}

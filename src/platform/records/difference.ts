import {
  isEntryList,
  isLocalizedText,
  isObject,
  isPassage,
  isPlainList,
  isSame,
  type RecordDocument,
  type RecordPath,
  type RecordValue,
} from './record-document.ts'

/** One thing that differs between two versions of a record. */
export interface Change {
  path: RecordPath
  /** The language of a text that changed; null for what has none. */
  language: string | null
  before: RecordValue | undefined
  after: RecordValue | undefined
}

/**
 * What differs between two versions, by field and language: a text once for each language, an entry of a list once when it came or
 * went, its fields one by one when it stayed, a plain list as a whole. The order of entries counts only when nothing else of the list changed.
 */
export function compareDocuments(before: RecordDocument, after: RecordDocument): Change[] {
  return compare([], before, after)
}

function compare(
  path: RecordPath,
  before: RecordValue | undefined,
  after: RecordValue | undefined,
): Change[] {
  if (isSame(before, after)) return []
  if (isText(before, after)) return compareLanguages(path, before, after)
  if (isEntryList(before) && isEntryList(after)) return compareEntries(path, before, after)
  if (isPlainList(before) && isPlainList(after)) return [{ path, language: null, before, after }]
  if (isObject(before) && isObject(after) && !isPassage(before) && !isPassage(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => compare([...path, name], before[name], after[name]))
  }
  return [{ path, language: null, before, after }]
}

// A text that is empty on one side has no languages there, and looks like any object without fields.
function isText(before: RecordValue | undefined, after: RecordValue | undefined): boolean {
  const isEmpty = (value: RecordValue | undefined) =>
    value === undefined || (isObject(value) && Object.keys(value).length === 0)
  if (isLocalizedText(before)) return isLocalizedText(after) || isEmpty(after)
  return isLocalizedText(after) && isEmpty(before)
}

function compareLanguages(
  path: RecordPath,
  before: RecordValue | undefined,
  after: RecordValue | undefined,
): Change[] {
  const old = isObject(before) ? before : {}
  const now = isObject(after) ? after : {}
  const languages = [...new Set([...Object.keys(old), ...Object.keys(now)])]
  return languages
    .filter((language) => !isSame(old[language], now[language]))
    .map((language) => ({ path, language, before: old[language], after: now[language] }))
}

function compareEntries(
  path: RecordPath,
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): Change[] {
  const old = new Map(before.map((entry) => [entry.id, entry]))
  const now = new Map(after.map((entry) => [entry.id, entry]))
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  const changes = ids.flatMap((id): Change[] => {
    const [was, is] = [old.get(id), now.get(id)]
    const entryPath = [...path, id]
    if (!was || !is) return [{ path: entryPath, language: null, before: was, after: is }]
    return compare(entryPath, was, is)
  })
  if (changes.length > 0) return changes
  return [{ path, language: null, before: before.map(({ id }) => id), after: after.map(({ id }) => id) }]
}

type Entry = { readonly id: string } & { readonly [field: string]: RecordValue | undefined }

interface EntryDifference<T> {
  /** Ids of those that are gone. */
  removed: string[]
  added: { entry: T; position: number }[]
  /** Those whose fields or place differ. */
  changed: { entry: T; position: number }[]
}

/** What of a list must be written again: by id, with the place of each entry. */
export function differingEntries<T extends Entry>(
  before: readonly T[],
  after: readonly T[],
): EntryDifference<T> {
  const placed = after.map((entry, position) => ({ entry, position }))
  const old = new Map(before.map((entry, position) => [entry.id, { entry, position }]))
  const kept = new Set(after.map(({ id }) => id))
  return {
    removed: before.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
    added: placed.filter(({ entry }) => !old.has(entry.id)),
    changed: placed.filter(({ entry, position }) => {
      const was = old.get(entry.id)
      return was !== undefined && (was.position !== position || !isSame(was.entry, entry))
    }),
  }
}

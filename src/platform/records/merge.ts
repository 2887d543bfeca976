import {
  isEntryList,
  isObject,
  isPassage,
  isPlainList,
  isSame,
  type RecordDocument,
  type RecordEntry,
  type RecordPath,
  type RecordValue,
} from './record-document.ts'

/** Two people changed one thing from one version, with different results. */
export interface Conflict {
  path: RecordPath
  base: RecordValue | undefined
  mine: RecordValue | undefined
  theirs: RecordValue | undefined
}

/** The chosen value where two changes meet: the path joined by `/`, as `conflictKey` says. */
export type Choices = ReadonlyMap<string, 'mine' | 'theirs'>

export interface Merge {
  merged: RecordDocument
  /** Where both changed one thing: `theirs` is used until a person chooses. */
  conflicts: Conflict[]
}

/** By what a conflict is named in a form. */
export function conflictKey(path: RecordPath): string {
  return path.join('/')
}

/**
 * Joins two changes made from the same version: each field, language and entry that only one of them changed is taken over, and where
 * both did, the choice decides. Themes and other plain lists are joined value by value.
 */
export function mergeDocuments(
  base: RecordDocument,
  mine: RecordDocument,
  theirs: RecordDocument,
  choices: Choices = new Map(),
): Merge {
  const conflicts: Conflict[] = []
  const merged = merge([], base, mine, theirs)
  return { merged: isObject(merged) ? merged : theirs, conflicts }

  function merge(
    path: RecordPath,
    was: RecordValue | undefined,
    own: RecordValue | undefined,
    other: RecordValue | undefined,
  ): RecordValue | undefined {
    if (isSame(own, other) || isSame(was, own)) return other
    if (isSame(was, other)) return own
    if (isEntryList(own) && isEntryList(other) && (was === undefined || isEntryList(was)))
      return mergeEntries(path, was ?? [], own, other)
    if (isPlainList(own) && isPlainList(other)) return joinLists(isPlainList(was) ? was : [], own, other)
    if (isFields(own) && isFields(other)) return mergeFields(path, isFields(was) ? was : {}, own, other)
    const choice = choices.get(conflictKey(path))
    if (!choice) conflicts.push({ path, base: was, mine: own, theirs: other })
    return choice === 'mine' ? own : other
  }

  function mergeFields(
    path: RecordPath,
    was: { readonly [field: string]: RecordValue },
    own: { readonly [field: string]: RecordValue },
    other: { readonly [field: string]: RecordValue },
  ): RecordValue {
    const names = [...new Set([...Object.keys(other), ...Object.keys(own)])]
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = merge([...path, name], was[name], own[name], other[name])
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }

  function mergeEntries(
    path: RecordPath,
    was: readonly RecordEntry[],
    own: readonly RecordEntry[],
    other: readonly RecordEntry[],
  ): RecordValue {
    const find = (entries: readonly RecordEntry[], id: string) => entries.find((entry) => entry.id === id)
    const ids = [...new Set([...leadingOrder(was, own, other), ...own, ...other].map(({ id }) => id))]
    return ids.flatMap((id) => {
      const entry = merge([...path, id], find(was, id), find(own, id), find(other, id))
      return entry === undefined ? [] : [entry]
    })
  }
}

function isFields(value: RecordValue | undefined): value is { readonly [field: string]: RecordValue } {
  return isObject(value) && !isPassage(value)
}

// The side that moved entries decides their order; where neither did, the present list does.
function leadingOrder(
  was: readonly RecordEntry[],
  own: readonly RecordEntry[],
  other: readonly RecordEntry[],
): readonly RecordEntry[] {
  const ids = (entries: readonly RecordEntry[]) => entries.map(({ id }) => id)
  const [before, mine, theirs] = [ids(was), ids(own), ids(other)]
  const hasAdded = mine.some((id) => !before.includes(id))
  const hasMoved = !isSame(
    before.filter((id) => mine.includes(id)),
    mine.filter((id) => before.includes(id)),
  )
  return hasMoved || (hasAdded && isSame(before, theirs)) ? own : other
}

function joinLists(
  was: readonly (string | number)[],
  own: readonly (string | number)[],
  other: readonly (string | number)[],
): readonly (string | number)[] {
  const kept = other.filter((value) => own.includes(value) || !was.includes(value))
  return [...kept, ...own.filter((value) => !was.includes(value) && !other.includes(value))]
}

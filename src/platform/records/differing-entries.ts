import { isSame, type RecordValue } from './record-document.ts'

type Entry = { readonly id: string } & { readonly [field: string]: RecordValue | undefined }

export interface EntryDifference<T> {
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

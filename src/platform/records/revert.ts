import type { Change } from './difference.ts'
import {
  isEntryList,
  isObject,
  isPlainList,
  isSame,
  type RecordDocument,
  type RecordPath,
  type RecordValue,
} from './record-document.ts'

export interface Reversion {
  document: RecordDocument
  /** What another person changed since: it stays as they left it, unless `anyway`. */
  kept: Change[]
}

/**
 * Takes changes of a record back, the last one first: each former value returns unless the new one was changed since. What was changed
 * since stays and is named, unless it is to be taken back anyway.
 */
export function revertChanges(
  document: RecordDocument,
  changes: readonly Change[],
  { anyway = false }: { anyway?: boolean } = {},
): Reversion {
  const kept: Change[] = []
  let present: RecordValue = document
  for (const change of [...changes].reverse()) {
    const path = change.language === null ? change.path : [...change.path, change.language]
    const stands = valueAt(present, path)
    // An unchanged value is taken back already, and an order of entries says nothing.
    if (isSame(stands, change.before) || isOrder(stands, change)) continue
    if (isSame(stands, change.after) || anyway) present = withValue(present, path, change.before)
    else kept.push(change)
  }
  return { document: isObject(present) ? present : document, kept: kept.reverse() }
}

function isOrder(stands: RecordValue | undefined, { before }: Change): boolean {
  return isEntryList(stands) && stands.length > 0 && isPlainList(before)
}

/** The value at a place of a document; undefined for nothing. */
export function valueAt(value: RecordValue | undefined, path: RecordPath): RecordValue | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (isEntryList(value))
    return valueAt(
      value.find(({ id }) => id === step),
      rest,
    )
  return isObject(value) ? valueAt(value[step], rest) : undefined
}

function withValue(
  value: RecordValue | undefined,
  path: RecordPath,
  wanted: RecordValue | undefined,
): RecordValue {
  const [step, ...rest] = path
  if (step === undefined) return wanted ?? null
  if (isEntryList(value)) {
    const found = value.find(({ id }) => id === step)
    if (rest.length === 0 && wanted === undefined) return value.filter(({ id }) => id !== step)
    if (rest.length === 0 && !found) return [...value, wanted ?? null]
    return value.map((entry) => (entry === found ? withValue(entry, rest, wanted) : entry))
  }
  const fields = isObject(value) ? value : {}
  if (rest.length > 0) return { ...fields, [step]: withValue(fields[step], rest, wanted) }
  const { [step]: _former, ...others } = fields
  return wanted === undefined ? others : { ...others, [step]: wanted }
}

import { isJsonObject, type Json } from './json.ts'
import { pointerTo } from './pointer.ts'

/** Where two states of a value differ, as JSON pointers into the later one; a list that grew or shrank counts as a whole. */
export function changedPointers(
  before: Json | undefined,
  after: Json | undefined,
  path: PropertyKey[] = [],
): string[] {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return after.flatMap((each, index) => changedPointers(before[index], each, [...path, index]))
  if (isJsonObject(before) && isJsonObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => changedPointers(before[name], after[name], [...path, name]))
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [pointerTo(path)]
}

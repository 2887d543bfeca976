/** What JSON may hold. */
export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [name: string]: Json
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

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

/** A JSON pointer (RFC 6901): ~ and / are escaped; names that a client chose are shortened. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).toWellFormed().slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
}

import { isJsonObject, type Json } from './json.ts'

/** The value after a JSON merge patch (RFC 7396): null removes a field, a list is replaced whole. */
export function applyMergePatch(target: Json | undefined, patch: Json): Json {
  if (!isJsonObject(patch)) return patch
  const fields = new Map(Object.entries(isJsonObject(target) ? target : {}))
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) fields.delete(name)
    else fields.set(name, applyMergePatch(fields.get(name), value))
  }
  return Object.fromEntries(fields)
}

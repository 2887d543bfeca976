import type { core, z } from 'zod'
import { type PointedError, WrongInput } from '../problems.ts'
import { pointerTo } from './pointer.ts'
import { mostErrors } from './read-json.ts'

/** Reads a body as a schema describes it; WrongInput names each wrong, missing or unknown field by its pointer. */
export function readBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
  path: PropertyKey[] = [],
): z.output<S> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new WrongInput(result.error.issues.flatMap((issue) => pointed(issue, path)).slice(0, mostErrors))
}

function pointed(issue: core.$ZodIssue, path: PropertyKey[]): PointedError[] {
  const at = [...path, ...issue.path]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({
      pointer: pointerTo([...at, name]),
      detail: 'There is no such field here, or it is not for clients to set',
    }))
  return [{ pointer: pointerTo(at), detail: issue.message }]
}

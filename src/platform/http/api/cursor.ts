import { z } from 'zod'
import { WrongInput } from '../problems.ts'

/** Text that a cursor may carry into a query: a database keeps no null character. */
export const placeText = z
  .string()
  .max(500)
  .regex(/^[^\0]*$/)

/** The place in a list after which its next part begins, as an opaque word for addresses. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url')
}

/** Reads a cursor that this list gave; any other word is wrong input. */
export function readCursor<S extends z.ZodType>(schema: S, cursor: string): z.output<S> {
  const result = schema.safeParse(parse(cursor))
  if (!result.success)
    throw new WrongInput([
      { pointer: '/cursor', detail: 'cursor is not one that this list gave with these parameters' },
    ])
  return result.data
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

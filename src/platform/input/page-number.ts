import { parameterOf } from './parameters.ts'

/** Nobody turns further pages than these; a reader who wants all of a list takes its data. */
export const mostPages = 200

/** The page of a list that an address asks for (`page`, or what a second list of a page calls it), from 1; anything else is the first one. */
export function readPageNumber(query: unknown, name = 'page'): number {
  const text = parameterOf(query, name) ?? ''
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 1
  return page >= 1 && page <= mostPages ? page : 1
}

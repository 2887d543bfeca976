import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Application } from '../application.ts'
import { knownQuery, pathOf } from '../known-query.ts'
import { wholeNumber } from './parameters.ts'

/** Beyond it nobody needs the exact number. */
export const mostCounted = 1000

/** The parameters that walk every list: how many records at a time, and where the last answer ended. */
export const sliceParameters = {
  limit: wholeNumber(1, 100).default(50).describe('How many records to answer at most'),
  cursor: z
    .string()
    .max(1000, { error: 'the cursor of a "next" address' })
    .optional()
    .describe('Where the answer before ended; follow “next” instead of writing it'),
}

/** The answer of every list. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    total: z.int().min(0).describe('How many records there are in all'),
    total_is: z.enum(['exact', 'at_least']),
    next: z.url().nullable().describe('Address of the next part, null at the end'),
  })
}

export interface ListAnswer<Item> {
  items: Item[]
  total: number
  total_is: 'exact' | 'at_least'
  next: string | null
}

interface Sliced<Row, Item> {
  /** One row more than the limit when there is a next part. */
  rows: Row[]
  limit: number
  /** Counted up to one more than `mostCounted`. */
  counted: number
  item(row: Row): Item
  cursorAfter(row: Row): string
}

/** A list's answer from one row more than was asked for: the next address keeps every other parameter. */
export function answerList<Row, Item>(
  application: Application,
  request: FastifyRequest,
  list: Sliced<Row, Item>,
): ListAnswer<Item> {
  const shown = list.rows.slice(0, list.limit)
  const last = list.rows.length > list.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(list.item),
    ...boundTotal(list.counted),
    next: last === undefined ? null : nextAddress(application, request, list.cursorAfter(last)),
  }
}

/** The total as lists say it. */
export function boundTotal(counted: number): Pick<ListAnswer<never>, 'total' | 'total_is'> {
  return counted > mostCounted
    ? { total: mostCounted, total_is: 'at_least' }
    : { total: counted, total_is: 'exact' }
}

function nextAddress(application: Application, request: FastifyRequest, cursor: string): string {
  const parameters = new URLSearchParams(knownQuery(request))
  parameters.set('cursor', cursor)
  return `${application.settings.baseUrl}${pathOf(request)}?${parameters}`
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { eventKinds } from '../../../agenda/events/index.ts'
import { themes } from '../../../networks/index.ts'

const said = z.object({ text: z.string(), language: z.string() }).nullable()

/** The content of a calendar entry in the terms of the agenda, as JSON stores it. Dates are EDTF, instants ISO in UTC. */
export const entryDocument = z.object({
  title: said,
  summary: said,
  venue: said,
  kind: z.enum(eventKinds),
  themes: z.array(z.enum(themes)),
  when: z.string(),
  /** Hours without a zone. */
  words: said,
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  zone: z.string().nullable(),
  isCancelled: z.boolean(),
  isTentative: z.boolean(),
  isPrivate: z.boolean(),
  conferenceUrl: z.string().nullable(),
})
export type EntryDocument = z.output<typeof entryDocument>

/** One event of a calendar, or one occurrence of a series. */
export interface CalendarEntry {
  /** The uid, and which occurrence of a series. */
  key: string
  document: EntryDocument
  digest: string
  sequence: number
  statedAt: Date | null
}

/** A digest of the content of an entry, to detect changes. */
export function digestOf(document: EntryDocument): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 32)
}

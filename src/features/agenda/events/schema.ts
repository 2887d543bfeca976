import { z } from 'zod'
import { textStates } from '../../../platform/i18n/localized-text.ts'
import { eventKinds, eventStates, firmnesses } from './codes.ts'

const id = z.uuid()
const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))

/** An event in documents of records: dates are EDTF, organisations are given by their ids. */
export const eventEntry = z.object({
  id,
  slug: z.string(),
  kind: z.enum(eventKinds),
  title: text,
  when: z.string().max(100).nullable(),
  words: text,
  state: z.enum(eventStates),
  firmness: z.enum(firmnesses).nullable(),
  guestCountries: z.array(z.string()),
  placeId: id.nullable(),
  frame: text,
  organisations: z.array(z.object({ id, role: z.string() })),
  knownOn: z.iso.date(),
})
export type EventEntry = z.output<typeof eventEntry>

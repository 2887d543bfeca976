import { z } from 'zod'
import { textStates } from '../../../platform/i18n/localized-text.ts'
import { placings, units } from './codes.ts'

const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))
const instant = z.iso.datetime()

/** What one occurrence changes; its id is the day on which it begins by the rule. */
const occurrenceChange = z.object({
  id: z.iso.date(),
  isCancelled: z.boolean(),
  /** EDTF; null if the rule gives it. */
  when: z.string().max(100).nullable(),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  zone: z.string().nullable(),
  title: text,
  venue: text,
  /** A note for participants. */
  note: text,
})

/** How an event repeats, as part of its document: the event itself says where it begins, and at what hour. */
export const eventRecurrence = z.object({
  unit: z.enum(units),
  interval: z.int().min(1),
  /** Of weeks: ISO, Monday is 1; the one on which the event begins is among them anyhow. */
  weekdays: z.array(z.int().min(1).max(7)),
  placing: z.enum(placings),
  /** ISO day, included; null for no end, or one by count. */
  until: z.iso.date().nullable(),
  count: z.int().nullable(),
  leftOut: z.array(z.iso.date()),
  added: z.array(z.iso.date()),
  changes: z.array(occurrenceChange),
})
export type Recurrence = z.output<typeof eventRecurrence>
export type OccurrenceChange = z.output<typeof occurrenceChange>

/** Every year, from the first day on: the basis of other rules. */
export const plainRecurrence: Recurrence = {
  unit: 'year',
  interval: 1,
  weekdays: [],
  placing: 'day',
  until: null,
  count: null,
  leftOut: [],
  added: [],
  changes: [],
}

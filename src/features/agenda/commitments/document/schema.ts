import { z } from 'zod'
import { textStates } from '../../../../platform/i18n/localized-text.ts'
import { attendances, eventKinds } from '../../events/codes.ts'
import { outcomesBelow } from '../codes.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))

/** The form in which an event is held with too few commitments; what is null or empty stays as planned. */
const smallerForm = z.object({
  kind: z.enum(eventKinds).nullable(),
  attendance: z.enum(attendances).nullable(),
  /** Replaces the summary. */
  words: text,
  when: z.string().max(100).nullable(),
  dateWords: text,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  zone: z.string().nullable(),
  placeId: id.nullable(),
  venue: text,
})
export type SmallerForm = z.output<typeof smallerForm>

/** What an event needs to be held, as part of its document: how many authorities of each country, by when, and what happens with fewer. */
export const criticalMassDocument = z.object({
  /** The last day on which authorities commit and withdraw. */
  until: z.iso.date(),
  /** By country (ISO 3166-1 alpha-2); countries of which none are needed are left out. */
  least: z.record(z.string(), z.int()),
  total: z.int().nullable(),
  below: z.enum(outcomesBelow),
  smaller: smallerForm,
})
export type CriticalMass = z.output<typeof criticalMassDocument>

export const sameForm: SmallerForm = {
  kind: null,
  attendance: null,
  words: {},
  when: null,
  dateWords: {},
  startsAt: null,
  endsAt: null,
  zone: null,
  placeId: null,
  venue: {},
}

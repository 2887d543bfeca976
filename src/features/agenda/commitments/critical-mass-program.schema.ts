import { z } from 'zod'
import { country } from '../../../platform/http/api/parameters.ts'
import { day, edtf, organisation } from '../../../platform/records/api/program-fields.ts'
import { programText } from '../../../platform/records/api/program-text.ts'
import { attendances, eventKinds } from '../events/codes.ts'
import { longestSummary } from '../events/forms/about-form.tsx'
import { longestVenue } from '../events/forms/place-form.tsx'
import { mostCommitted, outcomesBelow } from './codes.ts'

const count = z.int().min(1).max(mostCommitted)
const instant = z.iso
  .datetime({ error: 'an instant in UTC, as in 2017-09-12T01:00:00Z' })
  .nullable()
  .default(null)

const smaller = z.strictObject({
  kind: z.enum(eventKinds).nullable().default(null),
  attendance: z.enum(attendances).nullable().default(null),
  words: programText(longestSummary).default({}).describe('Stand in the place of the summary'),
  when: edtf,
  starts_at: instant,
  ends_at: instant,
  zone: z.string().max(60).nullable().default(null).describe('IANA zone of its hours'),
  place: organisation.nullable().default(null),
  venue: programText(longestVenue).default({}),
})

const unchanged: z.output<typeof smaller> = {
  kind: null,
  attendance: null,
  words: {},
  when: null,
  starts_at: null,
  ends_at: null,
  zone: null,
  place: null,
  venue: {},
}

/** What an event needs to be held, as programs write it. */
export const criticalMassInput = z.strictObject({
  until: day.describe('The last day on which authorities commit themselves and withdraw'),
  least: z
    .array(z.strictObject({ country: country(), authorities: count }))
    .max(50)
    .default([]),
  total: count.nullable().default(null),
  below: z.enum(outcomesBelow).describe('What becomes of the event with fewer'),
  smaller: smaller
    .default(unchanged)
    .describe('Its smaller form; what is null or empty stays as it is planned'),
})
export type CriticalMassInput = z.output<typeof criticalMassInput>

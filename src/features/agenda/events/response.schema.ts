import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { oneOf, slug } from '../../../platform/http/api/parameters.ts'
import { networkPlace, seenOn, themes } from '../../networks/index.ts'
import { outcomes } from '../commitments/codes.ts'
import { criticalMassResponse } from '../commitments/critical-mass.api.ts'
import { missionResponse } from '../missions/mission.api.ts'
import { recurrenceResponse } from '../recurrence/recurrence.api.ts'
import { registrationResponse } from '../registration/registration.api.ts'
import { attendances, eventKinds, eventStates, firmnesses, visibilities } from './codes.ts'
import { eventCriteria, spans } from './list/event-filter.ts'
import { resourceAnswers } from './resources.schema.ts'

export const eventPlace = networkPlace.extend({ slug: slug().describe('Slug of the event') })
export const eventListParameters = z.object({
  when: oneOf(spans)
    .default('all')
    .describe('coming: planned and not over; past; all. What is over is walked from the earliest too'),
  ...eventCriteria.schema(),
  ...sliceParameters,
  ...seenOn,
})
export const eventQuery = z.object({ ...seenOn })
export const eventCursor = z.tuple([
  z.iso.date().nullable(),
  z.iso.date().nullable(),
  z.uuid(),
  z.iso.date().nullable(),
])

const edtf = z.string().nullable().describe('EDTF')
const locator = z.object({
  heading: z.array(z.string()),
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  sha256: z.string(),
  page: z.int().nullable(),
})
const instant = z.iso.datetime().nullable()

const event = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  kind: z.enum(eventKinds),
  title: inLanguages,
  summary: inLanguages,
  when: edtf,
  words: inLanguages.describe('The date as it was said'),
  starts_on: z.iso.date().nullable().describe('First possible day'),
  ends_on: z.iso.date().nullable().describe('Last possible day'),
  starts_at: instant,
  ends_at: instant,
  zone: z.string().nullable().describe('IANA zone in which the hours were decided'),
  clocks: z
    .array(z.object({ zone: z.string(), start: z.string(), end: z.string().nullable() }))
    .describe('The hours on the clock of each country; empty where no hour is known'),
  previously: z
    .object({ when: edtf, starts_at: instant })
    .nullable()
    .describe('What was said before it was moved'),
  state: z.enum(eventStates),
  firmness: z.enum(firmnesses).nullable().describe('How firm a plan is'),
  place: z.string().nullable().describe('Slug'),
  venue: inLanguages,
  attendance: z.enum(attendances).nullable(),
  conference_url: z.string().nullable().describe('For the people of the group alone'),
  frame: inLanguages.describe('The fair, programme or crossed year in which it stands'),
  organisers: inLanguages.describe('Who organises it, as said, beside organisations of the directory'),
  credit: inLanguages.describe('Who proposed it'),
  link: z.string().nullable().describe('Its page elsewhere'),
  resources: resourceAnswers.describe('What one reads for it, in order'),
  guest_countries: z.array(z.string()).describe('ISO 3166-1 alpha-2: guests, not subjects'),
  themes: z.array(z.enum(themes)),
  languages: z.array(z.string()).describe('BCP 47'),
  interpretation: z.array(z.string()).describe('BCP 47'),
  visibility: z.enum(visibilities),
  sequence: z.int().describe('Grows with each change of date, place or state'),
  organisations: z.array(
    z.object({ slug: z.string(), country: z.string(), name: inLanguages, role: z.string() }),
  ),
  cooperations: z.array(z.string()).describe('Slugs of the ties that it concerns'),
  seats_open: z.boolean().describe('Others may still ask for seats on it'),
  commitments_open: z.boolean().describe('Authorities may still commit themselves to come'),
  commitments_outcome: z
    .enum(outcomes)
    .nullable()
    .describe('What was decided at the deadline: held, in its smaller form, or cancelled'),
  debrief_due_on: z.iso.date().nullable().describe('By when a mission is to give an account of itself'),
  debrief_overdue: z.boolean(),
  recurrence: recurrenceResponse.nullable().describe('How it comes back; null for what takes place once'),
  occurrence: z.iso
    .date()
    .nullable()
    .describe('Of one occurrence: the day on which it begins by the rule, whatever it was moved to'),
  note: inLanguages.describe('What those who come to this occurrence should know of it'),
  text_states: statesOfTexts,
}

export const eventList = named('EventList', listOf(named('EventEntry', z.object(event))))

export const eventRecord = named(
  'Event',
  z.object({
    ...event,
    delegation: missionResponse
      .nullable()
      .describe('What a mission, a delegation received or a study visit holds besides'),
    critical_mass: criticalMassResponse
      .nullable()
      .describe('What it needs to be held: commitments by country until a day, and what happens with fewer'),
    registration: registrationResponse
      .nullable()
      .describe('On which terms one registers for it; null where that was not opened'),
    evidence: z.array(
      z.object({
        field: z.string(),
        source: z.string().describe('Slug of the source'),
        source_url: z.string().nullable(),
        locator: locator.nullable().describe('Where in the source: at most two sentences'),
        stance: z.enum(['supports', 'contradicts']),
        label: z.string().nullable().describe('What this source calls it'),
      }),
    ),
  }),
)

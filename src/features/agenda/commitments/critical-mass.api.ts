import { z } from 'zod'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import { attendances, eventKinds } from '../events/codes.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { outcomesBelow } from './codes.ts'
import type { Asking } from './queries.ts'
import { tallyOf } from './tally.ts'

/** What an event needs to be held, and who has committed themselves, as the API answers it. */
export const criticalMassResponse = named(
  'CriticalMass',
  z.object({
    until: z.iso.date().describe('The last day on which authorities commit themselves'),
    closes_on: z.iso.date().describe('The same, or the day before an event that was moved ahead of it'),
    countries: z.array(
      z.object({
        country: z.string(),
        least: z.int().describe('Authorities that are needed of it; 0 for none in particular'),
        authorities: z.int(),
        people: z.int(),
      }),
    ),
    total: z.int().nullable().describe('Authorities that are needed in all'),
    authorities: z.int(),
    people: z.int(),
    committed: z.array(
      z.object({ organisation: z.string().describe('Slug'), country: z.string(), people: z.int() }),
    ),
    below: z.enum(outcomesBelow),
    smaller: z.object({
      kind: z.enum(eventKinds).nullable(),
      attendance: z.enum(attendances).nullable(),
      words: inLanguages,
      when: z.string().nullable().describe('EDTF'),
      starts_at: z.string().nullable(),
      ends_at: z.string().nullable(),
      zone: z.string().nullable(),
      place: z.string().nullable().describe('Slug'),
      venue: inLanguages,
    }),
    text_states: statesOfTexts,
  }),
)

/** What an event needs to be held, as the API returns it. The words with commitments are for the people of the network. */
export function criticalMassResponseOf(
  event: AgendaEvent,
  { mass, place, commitments }: Asking,
  countries: readonly string[],
): z.input<typeof criticalMassResponse> {
  const { until, total, below, smaller } = mass
  const tally = tallyOf(mass, commitments, countries)
  return {
    until,
    closes_on: event.commitments?.closesOn ?? until,
    countries: tally.countries,
    total,
    authorities: tally.authorities,
    people: tally.people,
    committed: commitments.map(({ organisation, people }) => ({
      organisation: organisation.slug,
      country: organisation.country,
      people,
    })),
    below,
    smaller: {
      kind: smaller.kind,
      attendance: smaller.attendance,
      words: plainText(smaller.words),
      when: smaller.when,
      starts_at: smaller.startsAt,
      ends_at: smaller.endsAt,
      zone: smaller.zone,
      place: place?.slug ?? null,
      venue: plainText(smaller.venue),
    },
    text_states: textStatesOf({ 'smaller.words': smaller.words, 'smaller.venue': smaller.venue }),
  }
}

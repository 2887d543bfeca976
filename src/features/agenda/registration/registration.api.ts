import { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { placesLeft, type Taken } from './places.ts'
import { questionKinds } from './questions/question.ts'
import { audiences, registrationStatus, type Terms } from './terms.ts'

/** The terms of registration for an event, for programs; only its holders see who comes, on their pages. */
export const registrationResponse = z.object({
  state: z.enum(['open', 'closed', 'late', 'over', 'cancelled']),
  url: z.url().describe('Where one registers'),
  until: z.iso.datetime(),
  zone: z.string().describe('IANA zone in which that was said'),
  for_whom: z.enum(audiences),
  places: z.int().nullable().describe('In all; null where there are enough'),
  country_places: z
    .record(z.string(), z.int())
    .describe('By ISO 3166-1 alpha-2; ZZ for all other countries together'),
  places_left: z.int().nullable(),
  questions: z.array(z.object({ kind: z.enum(questionKinds), label: inLanguages, required: z.boolean() })),
  data_use: inLanguages.describe('What the data are for'),
  kept_months: z.int().describe('Months after the event for which they are kept'),
})

/** The terms of an event as the API answers them. */
export function registrationResponseOf(
  context: Pick<Context, 'clock' | 'today'>,
  event: AgendaEvent,
  { terms, taken, url }: { terms: Terms; taken: Taken; url: string },
): z.input<typeof registrationResponse> {
  return {
    state: registrationStatus(event, terms, context),
    url,
    until: terms.until.toISOString(),
    zone: terms.zone,
    for_whom: terms.forWhom,
    places: terms.places,
    country_places: terms.countryPlaces,
    places_left: terms.places === null ? null : placesLeft(terms, taken).all,
    questions: terms.questions.map(({ kind, label, isRequired }) => ({
      kind,
      label: plainText(label),
      required: isRequired,
    })),
    data_use: plainText(terms.dataUse),
    kept_months: terms.keptMonths,
  }
}

import type { z } from 'zod'
import type { Context } from '../../../platform/context/context.ts'
import { plainText } from '../../../platform/i18n/localized-text.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { placesLeft, type Taken } from './places.ts'
import type { registrationResponse } from './response.schema.ts'
import { registrationStatus, type Terms } from './terms.ts'

/** The terms of an event as the API answers them. */
export function registrationAnswerOf(
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

import type { z } from 'zod'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import type { Asking } from './queries.ts'
import type { criticalMassResponse } from './response.schema.ts'
import { tallyOf } from './tally.ts'

/** What an event needs to be held, as the API returns it. The words with commitments are for the people of the network. */
export function criticalMassAnswerOf(
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

import { readEdtf } from '../../../../platform/dates/index.ts'
import type { EventDocument } from './schema.ts'

/** The columns of an event that its document fills. */
export function columnsOf(event: EventDocument) {
  const when = event.when ? readEdtf(event.when) : null
  return {
    kind: event.kind,
    title: JSON.stringify(event.title),
    summary: JSON.stringify(event.summary),
    happens: when?.edtf ?? null,
    starts_on: when?.from ?? null,
    ends_on: when?.to ?? null,
    words: JSON.stringify(event.words),
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    zone: event.zone,
    previous_happens: event.previously?.when ?? null,
    previous_words: JSON.stringify(event.previously?.words ?? {}),
    previous_starts_at: event.previously?.startsAt ?? null,
    state: event.state,
    firmness: event.firmness,
    place_id: event.placeId,
    venue: JSON.stringify(event.venue),
    attendance: event.attendance,
    conference_url: event.conferenceUrl,
    frame: JSON.stringify(event.frame),
    organisers: JSON.stringify(event.organisers),
    credit: JSON.stringify(event.credit),
    link: event.link,
    resources: JSON.stringify(event.resources),
    guest_countries: event.guestCountries,
    themes: event.themes,
    languages: event.languages,
    interpretation: event.interpretation,
    recurrence: event.recurrence && JSON.stringify(event.recurrence),
    ...(event.visibility === 'withdrawn' ? {} : { visibility: event.visibility }),
    known_on: event.knownOn,
  }
}

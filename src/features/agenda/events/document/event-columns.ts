import { readEdtf } from '../../../../platform/dates/index.ts'
import type { EventDocument } from './schema.ts'

/** The columns of an event that its document fills, as values of their own. */
export function valuesOf(event: EventDocument) {
  const when = event.when ? readEdtf(event.when) : null
  return {
    kind: event.kind,
    title: event.title,
    summary: event.summary,
    happens: when?.edtf ?? null,
    starts_on: when?.from ?? null,
    ends_on: when?.to ?? null,
    words: event.words,
    starts_at: event.startsAt,
    ends_at: event.endsAt,
    zone: event.zone,
    previous_happens: event.previously?.when ?? null,
    previous_words: event.previously?.words ?? {},
    previous_starts_at: event.previously?.startsAt ?? null,
    state: event.state,
    firmness: event.firmness,
    place_id: event.placeId,
    venue: event.venue,
    attendance: event.attendance,
    conference_url: event.conferenceUrl,
    frame: event.frame,
    organisers: event.organisers,
    credit: event.credit,
    link: event.link,
    resources: event.resources,
    guest_countries: event.guestCountries,
    themes: event.themes,
    languages: event.languages,
    interpretation: event.interpretation,
    recurrence: event.recurrence,
    ...(event.visibility === 'withdrawn' ? {} : { visibility: event.visibility }),
    known_on: event.knownOn,
  }
}

/** The values of the columns for a statement, those that are JSON as text. */
export function columnsOf(event: EventDocument) {
  const values = valuesOf(event)
  return {
    ...values,
    title: JSON.stringify(values.title),
    summary: JSON.stringify(values.summary),
    words: JSON.stringify(values.words),
    previous_words: JSON.stringify(values.previous_words),
    venue: JSON.stringify(values.venue),
    frame: JSON.stringify(values.frame),
    organisers: JSON.stringify(values.organisers),
    credit: JSON.stringify(values.credit),
    resources: JSON.stringify(values.resources),
    recurrence: values.recurrence && JSON.stringify(values.recurrence),
  }
}

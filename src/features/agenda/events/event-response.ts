import type { z } from 'zod'
import { readClocks } from '../../../platform/dates/index.ts'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { Network } from '../../networks/index.ts'
import { isOverdue } from '../missions/overdue.ts'
import { recurrenceAnswerOf } from '../recurrence/recurrence-response.ts'
import type { eventRecord } from './response.schema.ts'
import type { AgendaEvent } from './summary.queries.ts'

interface Answering {
  baseUrl: string
  network: Network
  /** Whether the reader belongs to the network. */
  isInside: boolean
  /** ISO day on which it is read. */
  today: string
}

/** An event as the API answers it. */
export function eventResponse(
  { baseUrl, network, isInside, today }: Answering,
  event: AgendaEvent,
): Omit<z.input<typeof eventRecord>, 'evidence' | 'delegation' | 'critical_mass' | 'registration'> {
  const { startsAt, endsAt, zone, previously } = event
  return {
    id: event.id,
    slug: event.slug,
    url: `${baseUrl}/en/${network.slug}/agenda/${event.slug}${event.occursOn === null ? '' : `?date=${event.occursOn}`}`,
    updated_at: event.updatedAt.toISOString(),
    kind: event.kind,
    title: plainText(event.title),
    summary: plainText(event.summary),
    when: event.happens,
    words: plainText(event.words),
    starts_on: event.startsOn,
    ends_on: event.endsOn,
    starts_at: startsAt?.toISOString() ?? null,
    ends_at: endsAt?.toISOString() ?? null,
    zone,
    clocks: (zone === null ? [] : readClocks({ startsAt, endsAt, zone }, network.countries)).map(
      (reading) => ({
        zone: reading.zone,
        start: reading.start.toString({ smallestUnit: 'minute' }),
        end: reading.end?.toString({ smallestUnit: 'minute' }) ?? null,
      }),
    ),
    previously: previously && {
      when: previously.happens,
      starts_at: previously.startsAt === null ? null : new Date(previously.startsAt).toISOString(),
    },
    state: event.state,
    firmness: event.firmness,
    place: event.place?.slug ?? null,
    venue: plainText(event.venue),
    attendance: event.attendance,
    conference_url: isInside ? event.conferenceUrl : null,
    frame: plainText(event.frame),
    organisers: plainText(event.organisers),
    credit: plainText(event.credit),
    link: event.link,
    resources: event.resources,
    guest_countries: event.guestCountries,
    themes: event.themes,
    languages: event.languages,
    interpretation: event.interpretation,
    visibility: event.visibility,
    sequence: event.sequence,
    organisations: event.organisations.map(({ slug, country, name, role }) => ({
      slug,
      country,
      name,
      role,
    })),
    cooperations: event.cooperations.map(({ slug }) => slug),
    seats_open: event.hasSeatsOpen,
    commitments_open: event.commitments?.isOpen === true,
    commitments_outcome: event.commitments?.outcome ?? null,
    debrief_due_on: event.debrief?.dueOn ?? null,
    debrief_overdue: isOverdue(event, today),
    recurrence: recurrenceAnswerOf(event),
    occurrence: event.occursOn,
    note: plainText(event.note),
    text_states: textStatesOf({
      title: event.title,
      summary: event.summary,
      words: event.words,
      venue: event.venue,
      frame: event.frame,
      organisers: event.organisers,
      credit: event.credit,
    }),
  }
}

import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { readClocks } from '../../../platform/dates/index.ts'
import { readCursor, writeCursor } from '../../../platform/http/api/cursor.ts'
import { answerList, mostCounted } from '../../../platform/http/api/list-answer.ts'
import { addOperation } from '../../../platform/http/api/operation.ts'
import type { Application } from '../../../platform/http/application.ts'
import { WrongInput } from '../../../platform/http/problems.ts'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import { type Network, networkPlace, readNetworkCall } from '../../networks/index.ts'
import { criticalMassResponseOf } from '../commitments/critical-mass.api.ts'
import { lookUpAsking } from '../commitments/queries.ts'
import { missionResponseOf } from '../missions/mission.api.ts'
import { isOverdue } from '../missions/overdue.ts'
import { listRequests } from '../missions/seats/queries.ts'
import { lookUpSheet } from '../missions/sheet/queries.ts'
import { recurrenceResponseOf } from '../recurrence/recurrence.api.ts'
import { countPlaced, lookUpTerms } from '../registration/queries.ts'
import { registrationResponseOf } from '../registration/registration.api.ts'
import { type EventFilter, eventCriteria } from './list/event-filter.ts'
import { countEvents, listEvents } from './list/queries.ts'
import { mayReadInside } from './policy.ts'
import { findEvent } from './queries.ts'
import {
  eventCursor,
  eventList,
  eventListParameters,
  eventPlace,
  eventQuery,
  eventRecord,
} from './response.schema.ts'
import type { AgendaEvent } from './summary.queries.ts'

const tag = 'events'

/** Events for programs: one, or those that a filter lets through. */
export function addEventsApi(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings

  addOperation(
    app,
    {
      id: 'listEvents',
      path: '/networks/{network}/events',
      tag,
      summary:
        'Events of a group on the clocks of its countries, the earliest first, those without a date last',
      place: networkPlace,
      query: eventListParameters,
      answer: eventList,
    },
    async (call) => {
      const { limit, cursor } = call.query
      const filter = askedFilter(call.query)
      const after = cursor === undefined ? null : readCursor(eventCursor, cursor)
      const { context, network } = await readNetworkCall(application, call)
      const [rows, counted] = await Promise.all([
        listEvents(context, network.id, filter, {
          limit: limit + 1,
          after: after && { startsOn: after[0], endsOn: after[1], id: after[2], occursOn: after[3] },
        }),
        countEvents(context, network.id, filter, mostCounted + 1),
      ])
      const isInside = mayReadInside(context.actor, network.id)
      return answerList(application, call.request, {
        rows,
        limit,
        counted,
        item: (row) => eventResponse({ baseUrl, network, isInside, today: context.today }, row),
        cursorAfter: (row) => writeCursor([row.startsOn, row.endsOn, row.id, row.occursOn]),
      })
    },
  )

  addOperation(
    app,
    {
      id: 'findEvent',
      path: '/networks/{network}/events/{slug}',
      tag,
      summary: 'One event with the source of every fact',
      place: eventPlace,
      query: eventQuery,
      answer: eventRecord,
    },
    async (call) => {
      const { context, network } = await readNetworkCall(application, call)
      const event = await findEvent(context, network.id, call.place.slug)
      const isInside = mayReadInside(context.actor, network.id)
      const [sheet, requests, asking, terms, taken] = await Promise.all([
        lookUpSheet(context, event),
        listRequests(context, event.id),
        event.commitments && lookUpAsking(context, event.id),
        lookUpTerms(context, event.id),
        countPlaced(context, event.id),
      ])
      const answer = eventResponse({ baseUrl, network, isInside, today: context.today }, event)
      const url = `${answer.url}/registration`
      return {
        ...answer,
        delegation: sheet && missionResponseOf(event, sheet, requests, context.today),
        critical_mass: asking && criticalMassResponseOf(event, asking, network.countries),
        registration: terms && registrationResponseOf(context, event, { terms, taken, url }),
        evidence: (await application.factSources?.listTold(context, event.id)) ?? [],
      }
    },
  )
}

// A period that ends before it begins is refused.
function askedFilter(asked: z.output<typeof eventListParameters>): EventFilter {
  const filter = { ...eventCriteria.take(asked), span: asked.when }
  const { from, to } = filter
  if (from !== null && to !== null && from > to)
    throw new WrongInput([
      { pointer: '/from', detail: `from is ${asked.from}, after to, which is ${asked.to}` },
    ])
  return filter
}

interface Answering {
  baseUrl: string
  network: Network
  /** Whether the reader belongs to the network. */
  isInside: boolean
  /** ISO day on which it is read. */
  today: string
}

/** An event as the API answers it. */
function eventResponse(
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
    recurrence: recurrenceResponseOf(event),
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

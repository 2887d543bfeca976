import { z } from 'zod'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import { answerOf, shapeOf } from '../../../platform/records/fields/programs.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { actorKinds } from './codes.ts'
import { immersionFields } from './immersion.ts'
import { isOverdue } from './overdue.ts'
import type { SeatRequest } from './seats/queries.ts'
import { isOpen, seatsLeft } from './seats/seats.ts'
import type { Sheet } from './sheet/queries.ts'

const body = {
  organisation: z.string().nullable().describe('Slug'),
  organisation_name: z.string().describe('As named, where the directory has not got it'),
}

/** The sheet of a mission, a delegation received or a study visit, as the API answers it. */
export const missionResponse = named(
  'Delegation',
  z.object({
    head: z.object({ name: z.string(), post: inLanguages, ...body }),
    members: z.array(
      z.object({ kind: z.enum(actorKinds), count: z.int().nullable(), names: z.string(), ...body }),
    ),
    stops: z.array(
      z.object({
        place: z.string().nullable().describe('Slug'),
        place_name: inLanguages,
        when: z.string().nullable().describe('EDTF'),
        starts_at: z.string().nullable(),
        ends_at: z.string().nullable(),
        zone: z.string().nullable().describe('IANA zone of its hours and of its programme'),
        counterparts: z.array(z.object(body)),
        programme: z.array(
          z.object({
            day: z.string().nullable(),
            start: z.string().nullable().describe('On the clock of the stop'),
            end: z.string().nullable(),
            title: inLanguages,
            language: z.string().nullable().describe('BCP 47'),
          }),
        ),
      }),
    ),
    seats: z.array(
      z.object({
        stop: z.int().nullable().describe('Place in stops, from 0; null for the whole of the mission'),
        count: z.int(),
        left: z.int(),
        open: z.boolean().describe('Whether others may still ask'),
        for_whom: inLanguages,
        until: z.string(),
        joined: z.array(z.object({ organisation: z.string(), count: z.int() })),
      }),
    ),
    debrief: z.object({
      due_on: z.string().nullable(),
      overdue: z.boolean(),
      written_at: z.iso.datetime().nullable(),
      account: inLanguages,
      outcome: inLanguages,
      next_steps: inLanguages,
    }),
    immersion: z.object(shapeOf(immersionFields, 'answer')).describe('Of a job shadowing'),
    text_states: statesOfTexts,
  }),
)

/** The sheet of a mission as the API answers it, on an ISO day. */
export function missionResponseOf(
  event: AgendaEvent,
  { mission, refs }: Sheet,
  requests: readonly SeatRequest[],
  today: string,
): z.input<typeof missionResponse> {
  const { head, members, stops, seats, debrief, immersion } = mission
  const body = (each: { organisationId: string | null; organisationWords: string }) => ({
    organisation: refs.get(each.organisationId ?? '')?.slug ?? null,
    organisation_name: each.organisationWords,
  })
  return {
    head: { name: head.name, post: plainText(head.post), ...body(head) },
    members: members.map((member) => ({
      kind: member.kind,
      count: member.count,
      names: member.names,
      ...body(member),
    })),
    stops: stops.map((stop) => ({
      place: refs.get(stop.placeId ?? '')?.slug ?? null,
      place_name: plainText(stop.place),
      when: stop.when,
      starts_at: stop.startsAt,
      ends_at: stop.endsAt,
      zone: stop.zone,
      counterparts: stop.counterparts.map(body),
      programme: stop.programme.map(({ day, start, end, title, language }) => ({
        day,
        start,
        end,
        title: plainText(title),
        language,
      })),
    })),
    seats: seats.map((offer) => {
      const at = stops.findIndex(({ id }) => id === offer.stopId)
      return {
        stop: at < 0 ? null : at,
        count: offer.count,
        left: seatsLeft(offer, requests),
        open: isOpen(event, offer, requests, today),
        for_whom: plainText(offer.forWhom),
        until: offer.until,
        joined: requests
          .filter(({ seatsId, state }) => seatsId === offer.id && state === 'accepted')
          .map(({ organisation, count }) => ({ organisation: organisation.slug, count })),
      }
    }),
    debrief: {
      due_on: event.debrief?.dueOn ?? null,
      overdue: isOverdue(event, today),
      written_at: event.debrief?.writtenAt ? new Date(event.debrief.writtenAt).toISOString() : null,
      account: plainText(debrief.account),
      outcome: plainText(debrief.outcome),
      next_steps: plainText(debrief.nextSteps),
    },
    immersion: answerOf(immersionFields, immersion),
    text_states: textStatesOf({
      'head.post': head.post,
      ...Object.fromEntries(
        stops.flatMap((stop, index) => [
          [`stops.${index}.place_name`, stop.place],
          ...stop.programme.map((item, at) => [`stops.${index}.programme.${at}.title`, item.title]),
        ]),
      ),
      ...Object.fromEntries(seats.map((offer, index) => [`seats.${index}.for_whom`, offer.forWhom])),
      'debrief.account': debrief.account,
      'debrief.outcome': debrief.outcome,
      'debrief.next_steps': debrief.nextSteps,
      'immersion.host_post': immersion.hostPost,
      'immersion.guest_post': immersion.guestPost,
      'immersion.aims': immersion.aims,
    }),
  }
}

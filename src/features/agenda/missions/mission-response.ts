import type { z } from 'zod'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { isOverdue } from './overdue.ts'
import type { missionResponse } from './response.schema.ts'
import type { SeatRequest } from './seats/queries.ts'
import { isOpen, seatsLeft } from './seats/seats.ts'
import type { Sheet } from './sheet/queries.ts'

/** The sheet of a mission as the API answers it, on an ISO day. */
export function missionAnswerOf(
  event: AgendaEvent,
  { mission, refs }: Sheet,
  requests: readonly SeatRequest[],
  today: string,
): z.input<typeof missionResponse> {
  const { head, members, stops, seats, debrief } = mission
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
    }),
  }
}

import type { MissionDocument } from '../document/schema.ts'
import type { MissionInput } from './schema.ts'

type Body = Pick<MissionDocument['head'], 'organisationId' | 'organisationWords'>

/** The sheet of a mission as programs read it; `slugOf` knows its organisations. */
export function serializeMission(
  { head, members, stops, seats, debrief }: MissionDocument,
  slugOf: (id: string) => string,
): MissionInput {
  const body = ({ organisationId, organisationWords }: Body) => ({
    organisation: organisationId === null ? null : slugOf(organisationId),
    organisation_name: organisationWords,
  })
  return {
    head: { name: head.name, post: head.post, ...body(head) },
    members: members.map((member) => ({
      id: member.id,
      kind: member.kind,
      count: member.count,
      names: member.names,
      ...body(member),
    })),
    stops: stops.map((stop) => ({
      id: stop.id,
      place: stop.placeId === null ? null : slugOf(stop.placeId),
      place_name: stop.place,
      when: stop.when,
      starts_at: stop.startsAt,
      ends_at: stop.endsAt,
      zone: stop.zone,
      counterparts: stop.counterparts.map((each) => ({ id: each.id, ...body(each) })),
      programme: stop.programme.map(({ id, day, start, end, title, language }) => ({
        id,
        day,
        start,
        end,
        title,
        language,
      })),
    })),
    seats: seats.map(({ id, stopId, count, forWhom, until }) => {
      const at = stops.findIndex((stop) => stop.id === stopId)
      return { id, stop: at < 0 ? null : at, count, for_whom: forWhom, until }
    }),
    debrief: { account: debrief.account, outcome: debrief.outcome, next_steps: debrief.nextSteps },
  }
}

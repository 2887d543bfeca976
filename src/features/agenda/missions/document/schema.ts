import { z } from 'zod'
import { textStates } from '../../../../platform/i18n/localized-text.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import { actorKinds } from '../codes.ts'
import { emptyImmersion, immersionDocument } from '../immersion.ts'

const id = z.uuid()
const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))
const instant = z.iso.datetime()
const clock = z.string().regex(/^\d{2}:\d{2}$/)
// An organisation of the directory, and what it is called where the directory has not got it.
const organisation = { organisationId: id.nullable(), organisationWords: z.string() }

const missionItem = z.object({
  id,
  /** Null where the stop has one day, or the day is unknown. */
  day: z.iso.date().nullable(),
  /** On the clock of the zone of its stop. */
  start: clock.nullable(),
  end: clock.nullable(),
  title: text,
  language: z.string().nullable(),
})
export type MissionItem = z.output<typeof missionItem>

const missionStop = z.object({
  id,
  placeId: id.nullable(),
  place: text,
  when: z.string().max(100).nullable(),
  words: text,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  zone: z.string().nullable(),
  counterparts: z.array(z.object({ id, ...organisation })),
  programme: z.array(missionItem),
})
export type MissionStop = z.output<typeof missionStop>

/** The sheet of a mission, as part of the document of its event: who leads, who goes along, where, seats for others, the results. */
export const missionDocument = z.object({
  head: z.object({ name: z.string(), post: text, ...organisation }),
  members: z.array(
    z.object({
      id,
      kind: z.enum(actorKinds),
      /** Null where they are named but not counted. */
      count: z.int().nullable(),
      names: z.string(),
      ...organisation,
    }),
  ),
  stops: z.array(missionStop),
  seats: z.array(z.object({ id, stopId: id.nullable(), count: z.int(), forWhom: text, until: z.iso.date() })),
  debrief: z.object({ account: text, outcome: text, nextSteps: text }),
  immersion: immersionDocument,
})
export type MissionDocument = z.output<typeof missionDocument>
export type MissionMember = MissionDocument['members'][number]
export type MissionSeats = MissionDocument['seats'][number]

export const emptyMission: MissionDocument = {
  head: { name: '', post: {}, organisationId: null, organisationWords: '' },
  members: [],
  stops: [],
  seats: [],
  debrief: { account: {}, outcome: {}, nextSteps: {} },
  immersion: emptyImmersion,
}

/** Whether anything at all is known: an event without a sheet owes no debrief. */
export function hasSheet(mission: MissionDocument): boolean {
  return !isSame(mission, emptyMission)
}

/** Whether the results of a mission are written. */
export function isDebriefed({ debrief }: MissionDocument): boolean {
  return Object.values(debrief).some((each) => Object.keys(each).length > 0)
}

/** The organisations that a sheet names by their ids. */
export function organisationIdsOf({ head, members, stops }: MissionDocument): string[] {
  return [
    head.organisationId,
    ...members.map(({ organisationId }) => organisationId),
    ...stops.flatMap(({ placeId, counterparts }) => [
      placeId,
      ...counterparts.map(({ organisationId }) => organisationId),
    ]),
  ].filter((each) => each !== null)
}

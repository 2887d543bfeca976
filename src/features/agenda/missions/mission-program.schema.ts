import { z } from 'zod'
import { isWithin, seenDays } from '../../../platform/dates/index.ts'
import { day, edtf, entryId, organisation } from '../../../platform/records/api/program-fields.ts'
import { programText } from '../../../platform/records/api/program-text.ts'
import { shapeOf, shownOf } from '../../../platform/records/fields/programs.ts'
import { actorKinds } from './codes.ts'
import { longestDebrief } from './forms/debrief-form.tsx'
import { longestPost } from './forms/head-form.tsx'
import { longestName } from './forms/mission-part.tsx'
import { longestItem } from './forms/programme.tsx'
import { longestForWhom } from './forms/seats-form.tsx'
import { longestPlace } from './forms/stops-form.tsx'
import { emptyImmersion, immersionFields } from './immersion.ts'

const name = (longest: number) => z.string().trim().max(longest).default('')
const body = {
  organisation: organisation.nullable().default(null),
  organisation_name: name(longestName).describe('As named, where the directory has not got it'),
}
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'a time as in 09:30' })
  .nullable()
  .default(null)
const instant = z.iso
  .datetime({ error: 'an instant in UTC, as in 2017-09-12T01:00:00Z' })
  .refine((text) => isWithin(seenDays, text.slice(0, 10)), {
    error: `an instant from ${seenDays.from} to ${seenDays.to}`,
  })

/** The sheet of a mission as programs write it. */
export const missionInput = z.strictObject({
  head: z
    .strictObject({ name: name(longestName), post: programText(longestPost).default({}), ...body })
    .default({ name: '', post: {}, organisation: null, organisation_name: '' }),
  members: z
    .array(
      z.strictObject({
        id: entryId,
        kind: z.enum(actorKinds),
        count: z.int().min(1).max(9999).nullable().default(null),
        names: name(1000),
        ...body,
      }),
    )
    .max(60)
    .default([]),
  stops: z
    .array(
      z.strictObject({
        id: entryId,
        place: organisation.nullable().default(null),
        place_name: programText(longestPlace).default({}),
        when: edtf,
        starts_at: instant.nullable().default(null),
        ends_at: instant.nullable().default(null),
        zone: z
          .string()
          .max(60)
          .nullable()
          .default(null)
          .describe('IANA zone of its hours and of its programme'),
        counterparts: z
          .array(z.strictObject({ id: entryId, ...body }))
          .max(60)
          .default([]),
        programme: z
          .array(
            z.strictObject({
              id: entryId,
              day: day.nullable().default(null),
              start: clock.describe('On the clock of the stop'),
              end: clock,
              title: programText(longestItem),
              language: z
                .string()
                .regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/)
                .nullable()
                .default(null),
            }),
          )
          .max(100)
          .default([]),
      }),
    )
    .max(60)
    .default([]),
  seats: z
    .array(
      z.strictObject({
        id: entryId,
        stop: z
          .int()
          .min(0)
          .nullable()
          .default(null)
          .describe('Place of its stop in stops, from 0; null for the whole of the mission'),
        count: z.int().min(1).max(999),
        for_whom: programText(longestForWhom).default({}),
        until: day,
      }),
    )
    .max(60)
    .default([]),
  debrief: z
    .strictObject({
      account: programText(longestDebrief).default({}),
      outcome: programText(longestDebrief).default({}),
      next_steps: programText(longestDebrief).default({}),
    })
    .default({ account: {}, outcome: {}, next_steps: {} }),
  immersion: z
    .strictObject(shapeOf(immersionFields, 'program'))
    .default(shownOf(immersionFields, emptyImmersion)),
})
export type MissionInput = z.output<typeof missionInput>

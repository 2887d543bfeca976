import { z } from 'zod'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { actorKinds } from './codes.ts'

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
    text_states: statesOfTexts,
  }),
)

import { z } from 'zod'
import { decisionStates, presences, resourceKinds } from '../minutes/index.ts'
import { day, evidence, known, resource, words } from './schema.ts'

export const decisionsFile = z.object({
  known_on: day,
  meeting: z.string(),
  decisions: z.array(
    z.object({
      ref: z.string(),
      text: words,
      by: z.union([z.string(), words]),
      state: z.enum(decisionStates),
      horizon: z.string().nullish(),
      ...known,
    }),
  ),
})

export const meetingsFile = z.object({
  known_on: day,
  meetings: z.array(
    z.object({
      ref: z.string(),
      title: words,
      kind: z.enum(['group', 'other']),
      held_on: day,
      start: z.string(),
      end: z.string(),
      zone: z.string(),
      place: z.string(),
      place_words: words,
      chair: z.string(),
      chair_words: words,
      conveners: z.array(z.string()),
      languages: z.array(z.string()),
      points: z.array(words),
      participants: z.array(
        z.object({
          name: z.string(),
          function: words,
          organisation: z.string(),
          presence: z.enum(presences),
          represented_by: z.string().nullable(),
          evidence,
        }),
      ),
      accounts: z.array(
        z.object({
          source: z.string(),
          organisation: z.string().nullable(),
          is_minutes: z.boolean(),
          known_on: day,
        }),
      ),
      resources: z.array(resource.extend({ kind: z.enum(resourceKinds) })),
      ...known,
    }),
  ),
})

export type MeetingEntry = z.infer<typeof meetingsFile>['meetings'][number]

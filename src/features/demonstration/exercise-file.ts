import { z } from 'zod'
import { roles } from '../../platform/context/actor.ts'
import { projectPath } from '../../platform/settings/project-path.ts'
import { readChecked } from './demonstration-files.ts'
import { words } from './schema.ts'

const exerciseFile = z.object({
  name: words,
  summary: words,
  organisations: z.array(
    z.object({
      slug: z.string(),
      country: z.enum(['FR', 'KR']),
      kind: z.string(),
      population: z.number(),
      name: words,
    }),
  ),
  tie: z.object({ slug: z.string(), summary: words }),
  people: z.array(
    z.object({
      address: z.email(),
      name: z.string(),
      language: z.enum(['fr', 'ko']),
      country: z.enum(['FR', 'KR']),
      role: z.enum(roles),
      organisation: z.string().nullable(),
    }),
  ),
  posts: z.array(z.object({ holder: z.email(), function: words })),
  question: words,
  tried: words,
  answers: z.array(z.object({ by: z.email(), at: z.string(), words, signed: z.string() })),
  back: words,
  backSaid: words,
  sheet: z.object({
    title: words,
    failed: words,
    period: z.string(),
    staffFte: z.number(),
    staffMonths: z.number(),
  }),
  review: z.object({ whoCould: z.string(), saidAs: z.string() }),
  use: z.object({ changed: words, outcome: words }),
  /** Planned for after the day on which the network opens; what another authority wishes is shown beside it. */
  immersion: z.object({
    title: words,
    when: z.string(),
    hostPost: words,
    guestPost: words,
    days: z.number(),
    aims: words,
    wish: z.object({ by: z.email(), title: words, text: words }),
  }),
})

export type Exercise = z.output<typeof exerciseFile>

/** Reads the invented network of data/demonstration/exercise. */
export function readExercise(): Exercise {
  return readChecked(projectPath('data', 'demonstration', 'exercise', 'exercise.json'), exerciseFile)
}

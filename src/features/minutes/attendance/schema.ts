import { z } from 'zod'
import { presences } from './participant.ts'

export const longestName = 200

/** A participant; the organisation is picked beside. */
export const participantForm = z.object({
  name: z.string().trim().max(longestName).default(''),
  function: z.string().trim().max(300).default(''),
  presence: z.enum(presences),
  representedBy: z.string().trim().max(longestName).default(''),
  isNamed: z.string().optional(),
})

export const pasteForm = z.object({ people: z.string().max(60_000).default('') })

/** How each participant took part. */
export const presencesForm = z.object({
  presence: z.record(z.uuid(), z.enum(presences)).default({}),
  named: z.record(z.uuid(), z.string()).default({}),
})

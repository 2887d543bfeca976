import { z } from 'zod'
import { webAddress } from '../../../platform/records/api/program-fields.ts'

export const longestResource = 300
export const mostResources = 20

/** A document to read for an event: a programme, slides, a report. It has one language, and an address where one is known. */
const resource = z.object({
  label: z.string().max(longestResource),
  /** BCP 47 */
  language: z.string(),
  url: z.string().nullable(),
})

export type EventResource = z.output<typeof resource>

/** As the document of an event holds them. */
export const eventResources = z.array(resource)

/** As the API answers them. */
export const resourceAnswers = z.array(
  z.object({
    label: z.string(),
    language: z.string().describe('BCP 47'),
    url: z.string().nullable().describe('Null where no address is known'),
  }),
)

/** As programs write them. */
export const resourcesInput = z
  .array(
    z.strictObject({
      label: z.string().trim().min(1).max(longestResource),
      language: z.string().regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/),
      url: webAddress,
    }),
  )
  .max(mostResources)

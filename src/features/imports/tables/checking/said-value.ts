import { z } from 'zod'
import { themes } from '../../../networks/index.ts'
import { agreementKinds, agreementStates, intentions, statuses } from '../../../registry/index.ts'

/** A value from a table or a record, in codes, dates and words, so that each reader gets it in their language. */
export const saidValue = z.discriminatedUnion('part', [
  z.object({ part: z.literal('since'), date: z.string() }),
  z.object({
    part: z.literal('standing'),
    status: z.enum(statuses),
    intention: z.enum(intentions).nullable(),
  }),
  z.object({
    part: z.literal('agreement'),
    kind: z.enum(agreementKinds),
    state: z.enum(agreementStates).nullable(),
    date: z.string().nullable(),
    label: z.string(),
  }),
  z.object({ part: z.literal('theme'), theme: z.enum(themes), isWished: z.boolean() }),
  z.object({ part: z.literal('summary'), text: z.string(), language: z.string() }),
  z.object({ part: z.literal('name'), text: z.string(), language: z.string() }),
  z.object({ part: z.literal('kind'), kind: z.string() }),
  z.object({ part: z.literal('population'), count: z.number() }),
  z.object({ part: z.literal('place'), latitude: z.number(), longitude: z.number() }),
  z.object({ part: z.literal('post'), text: z.string() }),
  z.object({ part: z.literal('person'), text: z.string() }),
  z.object({ part: z.literal('address'), text: z.string() }),
  z.object({ part: z.literal('telephone'), text: z.string() }),
])

export type SaidValue = z.output<typeof saidValue>

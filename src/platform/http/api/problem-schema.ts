import { z } from 'zod'
import { named } from './named-schema.ts'

/** The body of every failure, by RFC 9457. */
export const problemSchema = named(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string().describe('In the language that Accept-Language asks for'),
    status: z.int(),
    detail: z.string(),
    reference: z.string().describe('To quote when asking what happened'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON pointer to the wrong parameter, as in /limit'),
          detail: z.string(),
        }),
      )
      .optional(),
  }),
)

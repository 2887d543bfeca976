import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { typedAddress } from '../../../platform/mail/mail-address.ts'
import { refusalReasons } from './introduction.ts'
import { openings } from './partnership/outcome.ts'

export const longestMessage = 3000

/** The language a person writes in: one of the network’s. */
const language = z.string().regex(/^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/)

/** What an authority says that is interested in a wish, written with an account. */
export const expressionForm = z.object({
  text: z.string().trim().min(1).max(longestMessage),
  language,
})

/** What an authority says without an account, with the sender. */
export const strangerForm = expressionForm.extend({
  sender: z.string().trim().min(1).max(100),
  address: typedAddress,
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})

export type TypedInterest = z.output<typeof expressionForm> | z.output<typeof strangerForm>

export const messageForm = z.object({ text: z.string().trim().min(1).max(longestMessage), language })

/** Why talks are declined; « other » is said with words. */
export const refusalForm = z
  .object({ reason: z.enum(refusalReasons), words: z.string().trim().max(1000).default('') })
  .refine(({ reason, words }) => reason !== 'other' || words.length >= 3, {
    path: ['words'],
    error: says('partners.introduction.error.words'),
  })

export const partnershipForm = z.object({
  /** A cooperation of its own in a state, or the id of the one that it is added to. */
  outcome: z.union([z.enum(openings), z.uuid()]),
  /** The ids of the cooperations that were offered. */
  offered: z
    .string()
    .max(4000)
    .default('')
    .transform((ids) => ids.split(' ')),
  /** The wish is closed with it. */
  found: z.string().optional(),
})

/** Who advises from now on, and who did when the form was drawn. */
export const adviserForm = z.object({
  person: z.uuid(),
  seen: z.union([z.literal(''), z.uuid()]).default(''),
})

export const translationForm = z.object({
  language,
  text: z
    .string()
    .trim()
    .min(1)
    .max(longestMessage * 2),
  state: z.enum(['reviewed', 'machine']),
})

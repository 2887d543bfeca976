import { z } from 'zod'
import { roles } from '../../../platform/context/actor.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { says } from '../../../platform/input/form.ts'
import { answers } from './queries.ts'

const severalOf = <T extends z.ZodType>(one: T) =>
  z
    .union([one, z.array(one)])
    .default([])
    .transform((values) => [values].flat())

/** The people to convene: by role, one by one, by post, or by typed address. */
export const recipientsForm = z.object({
  roles: severalOf(z.enum(roles)),
  people: severalOf(z.uuid()),
  posts: severalOf(z.uuid()),
  addresses: z.string().max(20_000).default(''),
  language: z.enum(interfaceLanguages).default('fr'),
  action: z.enum(['preview', 'send']).default('preview'),
})

export const answerForm = z
  .object({
    answer: z.enum(answers, { error: says('minutes.error.answer') }),
    representedBy: z.string().trim().max(200).default(''),
    words: z.string().trim().max(1000).default(''),
  })
  .refine(({ answer, representedBy }) => answer !== 'represented' || representedBy !== '', {
    path: ['representedBy'],
    error: says('minutes.error.representedBy'),
  })

import { z } from 'zod'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { says } from '../../../platform/input/form.ts'
import { answers } from './queries.ts'

const severalIds = z
  .union([z.uuid(), z.array(z.uuid())])
  .default([])
  .transform((ids) => [ids].flat())

/** Whom to convene: those with a role, those in posts, and addresses that are typed. */
export const recipientsForm = z.object({
  people: severalIds,
  posts: severalIds,
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

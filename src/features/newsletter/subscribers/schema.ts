import { z } from 'zod'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { dayInput, saidDay } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { chosenAmong } from '../../../platform/input/text-input.ts'
import { typedAddress } from '../../../platform/mail/mail-address.ts'
import { isCountry, themes } from '../../networks/index.ts'
import { frequencies, leavingReasons } from './subscription.ts'

/** What a network offers to choose from. */
export interface Offered {
  languages: readonly string[]
  organisationIds: readonly string[]
}

/** The choices of a reader. Only readers of what concerns them have to say what that is. */
export function choicesForm({ languages, organisationIds }: Offered) {
  return z
    .object({
      language: z.enum(interfaceLanguages).refine((language) => languages.includes(language)),
      country: z.string().refine(isCountry),
      frequency: z.enum(frequencies),
      themes: chosenAmong(themes),
      organisation: z
        .string()
        .default('')
        .refine((id) => id === '' || organisationIds.includes(id)),
    })
    .refine(
      ({ frequency, themes: chosen, organisation }) =>
        frequency !== 'concerns' || chosen.length > 0 || organisation !== '',
      { path: ['frequency'], error: says('newsletter.subscribers.error.concerns') },
    )
    .transform(({ organisation, ...choices }) => ({ ...choices, organisationId: organisation || null }))
}

/** The address of a request to subscribe. */
export const subscriberForm = z.object({
  address: typedAddress,
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})

export const newAddressForm = z.object({ address: typedAddress })

/** Why a reader left; they may say nothing. */
export const reasonForm = z.object({
  reason: z.enum(leavingReasons).default('other'),
  word: z.string().trim().max(1000).default(''),
})

/** How and when a reader agreed whom a coordinator adds; the day cannot be in the future. */
export function declarationForm(today: string) {
  return z.object({
    address: typedAddress,
    words: z.string().trim().min(10, says('newsletter.subscribers.error.declaration')).max(1000),
    givenOn: saidDay().refine(
      (day) => day <= today && day >= '1990-01-01',
      says('newsletter.subscribers.error.givenOn'),
    ),
  })
}

/** The longest list: a form field takes a megabyte. */
export const mostLetters = 900_000

/** A list of people who agreed elsewhere, with values for those who do not give their own. */
export function importForm({ languages }: Offered, today: string) {
  return z.object({
    lines: z
      .string()
      .max(mostLetters)
      .refine((text) => text.trim() !== '', says('newsletter.subscribers.error.noLines')),
    words: z.string().trim().max(1000).default(''),
    givenOn: dayInput().refine((day) => day <= today, says('newsletter.subscribers.error.givenOn')),
    language: z.enum(interfaceLanguages).refine((language) => languages.includes(language)),
    country: z.string().refine(isCountry),
    proof: z.union([z.literal(''), z.uuid()]).default(''),
    step: z.enum(['check', 'change', 'write', 'refused']).default('check'),
  })
}

/** Whether members get the letter without asking: only under a rule, which they are told. */
export const membersForm = z
  .object({ members: z.enum(['yes', 'no']), rule: z.string().trim().max(1000).default('') })
  .refine(({ members, rule }) => members === 'no' || rule.length >= 10, {
    path: ['rule'],
    error: says('newsletter.subscribers.error.rule'),
  })

/** An unconfirmed request, as it was stored. */
export const askedChoices = z.object({
  language: z.enum(interfaceLanguages),
  country: z.string(),
  frequency: z.enum(frequencies),
  themes: z.array(z.string()),
  organisationId: z.string().nullable(),
  words: z.string(),
  version: z.string(),
})

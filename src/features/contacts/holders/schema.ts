import { z } from 'zod'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { dayInput, optionalSaidDate } from '../../../platform/input/date-input.ts'
import { says } from '../../../platform/input/form.ts'
import { readMailAddress } from '../../../platform/mail/mail-address.ts'
import { legalBases, provenances, transferBases } from '../legal.ts'
import type { TypedHolder } from './commands.ts'

interface Choices {
  /** The reader’s, in which dates are written. */
  language: string
  languages: readonly string[]
  countries: readonly string[]
  /** ISO day by the clock. */
  today: string
}

const optional = (max: number) => z.string().trim().max(max).default('')

/** The data about the person in a post. */
export function holderForm({ language, languages, countries, today }: Choices) {
  const oneOf = (values: readonly string[]) =>
    z.string().refine((value) => values.includes(value), says('ui.form.wrong'))
  const latest = Temporal.PlainDate.from(today).add({ years: 5 }).toString()
  return z
    .object({
      name: z.string().trim().min(1).max(120),
      nameLanguage: oneOf(languages),
      romanised: optional(120),
      salutation: z.record(z.string(), optional(80)).default({}),
      languages: z
        .union([oneOf(languages), z.array(oneOf(languages))])
        .default([])
        .transform((chosen) => [chosen].flat()),
      email: optional(254)
        .transform((text) => (text === '' ? null : (readMailAddress(text.toLowerCase()) ?? undefined)))
        .refine((address) => address !== undefined, says('ui.form.email')),
      telephone: optional(40)
        .refine((text) => /^\+?[\d\s().\-/]*$/.test(text), says('contacts.error.telephone'))
        .transform((text) => text || null),
      from: optionalSaidDate(language),
      residence: oneOf(countries),
      provenance: z.enum(provenances, { error: says('contacts.error.provenance') }),
      provenanceNote: optional(300),
      legalBasis: z.enum(legalBases),
      transferBasis: z.enum(transferBases),
      retentionUntil: z
        .union([z.literal(''), dayInput()])
        .default('')
        .refine((day) => day === '' || (day > today && day <= latest), says('contacts.error.retention'))
        .transform((day) => day || null),
    })
    .refine(({ transferBasis, email }) => transferBasis !== 'separate_consent' || email !== null, {
      path: ['email'],
      error: says('contacts.error.emailForConsent'),
    })
    .transform((typed): TypedHolder => {
      const { nameLanguage, romanised, from, salutation, email, ...rest } = typed
      return {
        ...rest,
        email: email ?? null,
        name: namesOf(typed.name, nameLanguage, romanised),
        salutation: Object.fromEntries(
          Object.entries(salutation).filter(([tag, text]) => languages.includes(tag) && text !== ''),
        ),
        from: from?.edtf ?? null,
      }
    })
}

function namesOf(name: string, language: string, romanised: string): LocalizedName {
  return romanised === '' ? { [language]: name } : { [language]: name, [`${language}-Latn`]: romanised }
}

/** The next holder, and when the previous one left, as people say it. */
export function handoverForm(choices: Choices) {
  return z.intersection(z.object({ until: optionalSaidDate(choices.language) }), holderForm(choices))
}

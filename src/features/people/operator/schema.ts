import { z } from 'zod'
import { says } from '../../../platform/input/form.ts'
import { isCountry, isLanguageTag, isReserved, isSlug, readCodes } from '../../networks/index.ts'
import { personName, typedAddress, writtenLanguage } from '../schema.ts'

/** A new network, as `entente network add` takes it, with its first coordinator. */
export const networkForm = z.object({
  slug: z
    .string()
    .trim()
    .min(1)
    .refine(isSlug, says('people.operator.slugWrong'))
    .refine((slug) => !isReserved(slug), says('people.operator.slugReserved')),
  networkName: z
    .string()
    .trim()
    .max(200)
    .regex(/^\P{Cc}*$/u)
    .transform((text) => text || null)
    .default(null),
  countries: codes((text) => readCodes(text.toUpperCase(), isCountry), 'people.operator.countriesWrong'),
  languages: codes((text) => readCodes(text, isLanguageTag), 'people.operator.languagesWrong'),
  address: typedAddress,
  name: personName,
  language: writtenLanguage,
})

function codes(read: (text: string) => string[] | null, key: Parameters<typeof says>[0]) {
  return z
    .string()
    .min(1)
    .transform((text, context) => {
      const list = read(text)
      if (list === null) context.addIssue({ code: 'custom', message: says(key) })
      return list ?? []
    })
}

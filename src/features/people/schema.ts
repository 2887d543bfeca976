import { z } from 'zod'
import { roles } from '../../platform/context/actor.ts'
import { interfaceLanguages } from '../../platform/i18n/languages.ts'
import { says } from '../../platform/input/form.ts'

/** An address as typed, trimmed and in lower case: accounts are looked up in this form. */
export const typedAddress = z
  .string()
  .trim()
  .max(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email())

/** The name of a person: one line, since it is written into mail headers. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, says('people.error.oneLine'))

export const writtenLanguage = z.enum(interfaceLanguages)

export const roleSchema = z.enum(roles)

/** An id in an address, which need not exist. */
export const identifier = z.uuid()

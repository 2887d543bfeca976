import { z } from 'zod'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { typedAddress } from '../../../platform/mail/mail-address.ts'
import { isCountry } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { plainLine } from './plain-line.ts'
import { answersForm } from './questions/schema.ts'
import { type Presence, presences } from './registration.ts'
import type { Terms } from './terms.ts'

export const longestName = 100
export const longestOrganisation = 200

/** The entry, by whichever person fills it in; `answers` of the event’s own questions. */
export function entryForm(event: Pick<AgendaEvent, 'attendance'>, { questions }: Pick<Terms, 'questions'>) {
  return z.object({
    name: plainLine(longestName).pipe(z.string().min(1)),
    organisation: plainLine(longestOrganisation).default(''),
    country: z.string().refine(isCountry),
    language: z.enum(interfaceLanguages),
    attendance:
      event.attendance === 'both'
        ? z.enum(presences)
        : z
            .unknown()
            .optional()
            .transform((): Presence | null => null),
    answers: answersForm(questions),
  })
}

/** In addition, from visitors without an account. */
export const visitorForm = z.object({
  address: typedAddress,
  // Hidden from people; programs fill it in.
  website: z.string().default(''),
  begun: z.string().max(200).default(''),
})

/** In addition, from holders who add a person: not everybody has an address. */
export const optionalAddressForm = z.object({
  address: z.union([z.literal(''), typedAddress]).default(''),
})

const longestWord = 1000

/** Why the holders of the event take a registrant off the list. */
export const withdrawalForm = z.object({ word: z.string().trim().min(3).max(longestWord) })

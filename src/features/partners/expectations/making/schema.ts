import { z } from 'zod'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { saidDay } from '../../../../platform/input/date-input.ts'
import { says } from '../../../../platform/input/form.ts'
import { chosenAmong, localizedText } from '../../../../platform/input/text-input.ts'
import { typedAddress } from '../../../../platform/mail/mail-address.ts'
import { themes } from '../../../networks/index.ts'
import { forms } from '../../forms.ts'
import { confidentialities } from '../expectation.ts'

export const longestTitle = 200
export const longestText = 5000
const longestName = 100

interface StoredExpectation {
  title: LocalizedText
  text: LocalizedText
  deadline: string | null
}

const nothing: StoredExpectation = { title: {}, text: {}, deadline: null }

/** The words of an expectation; a past day is refused unless it was there before. */
function textFields(today: string, { title, text, deadline }: StoredExpectation) {
  return {
    title: localizedText({ max: longestTitle, isRequired: true, previous: title }),
    text: localizedText({ max: longestText, previous: text }),
    themes: chosenAmong(themes).refine((chosen) => chosen.length > 0, says('partners.error.themes')),
    form: z.enum(forms),
    deadline: z
      .union([
        z.literal(''),
        saidDay(says('partners.error.day'))
          .refine((day) => day >= today || day === deadline, says('partners.error.dayPast'))
          .refine((day) => day < '2200-01-01', says('partners.error.day')),
      ])
      .default('')
      .transform((day) => (day === '' ? null : day)),
    confidentiality: z.enum(confidentialities),
  }
}

interface Choosable {
  /** The members it may be expected of. */
  addressable: readonly string[]
  /** The organisations that the reader may state it for; none where any may be picked. */
  askers: readonly string[]
}

/** A new expectation, of one of those who may be addressed. */
export function newExpectationForm(today: string, { addressable, askers }: Choosable) {
  const [only] = askers
  return z.object({
    ...textFields(today, nothing),
    asked: z.string().refine((id) => addressable.includes(id), says('ui.form.missing')),
    language: z.enum(interfaceLanguages),
    consent: z.string().default(''),
    contactName: z.string().trim().max(longestName).default(''),
    contactAddress: z.union([z.literal(''), typedAddress]).default(''),
    // One of several authorities is chosen; a single one is not asked for.
    own: z
      .string()
      .default('')
      .transform((id) => (askers.length === 1 ? only : askers.find((each) => each === id)))
      .refine((id) => askers.length === 0 || id !== undefined, says('ui.form.missing')),
  })
}

/** The form of an existing expectation. */
export function changedExpectationForm(today: string, stored: StoredExpectation) {
  return z.object({ ...textFields(today, stored), seen: z.string().optional() })
}

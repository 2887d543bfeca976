import { z } from 'zod'
import type { FormState } from '../../../platform/input/form.ts'
import { codesInput } from '../../../platform/input/text-input.ts'
import { isLanguageTag } from '../../networks/index.ts'
import { personName, typedAddress, writtenLanguage } from '../schema.ts'

export const profileForm = z.object({
  name: personName,
  language: writtenLanguage,
  /** None: those of the pages that they open. */
  reads: codesInput(isLanguageTag, 0),
})

export const addressForm = z.object({ address: typedAddress })

/** A form of the account page that was refused, or whose outcome is shown. */
export interface SentAccountForm extends FormState {
  form: 'profile' | 'address' | 'role' | 'token'
}

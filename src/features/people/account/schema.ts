import { z } from 'zod'
import type { FormState } from '../../../platform/input/form.ts'
import { personName, typedAddress, writtenLanguage } from '../schema.ts'

export const profileForm = z.object({ name: personName, language: writtenLanguage })

export const addressForm = z.object({ address: typedAddress })

/** A form of the account page that was refused, or whose outcome is shown. */
export interface SentAccountForm extends FormState {
  form: 'profile' | 'address' | 'role' | 'token'
}

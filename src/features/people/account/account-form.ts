import type { FormState } from '../../../platform/input/form.ts'

/** A form of the account page that was refused, or whose outcome is shown. */
export interface SentAccountForm extends FormState {
  form: 'profile' | 'address' | 'role' | 'token'
}

import type { FormState } from '../../../platform/input/form.ts'

/** A form of the account page that was not accepted, or whose outcome is told. */
export interface SentAccountForm extends FormState {
  form: 'profile' | 'address' | 'role' | 'token'
}

import type { FieldError, FormValues } from '../../../platform/input/form.ts'

/** A form of the account page that was not accepted, or whose outcome is told. */
export interface SentAccountForm {
  form: 'profile' | 'address' | 'role' | 'token'
  values: FormValues
  errors: FieldError[]
}

import type { FieldError, FormValues } from '../../../platform/input/form.ts'

/** A form of the page as it was sent, with what is wrong; which one, so that it is drawn open and where it stands. */
export interface SentForm {
  form: 'invitation' | 'chair' | 'role'
  /** The role that was to end. */
  id?: string
  values: FormValues
  errors: FieldError[]
}

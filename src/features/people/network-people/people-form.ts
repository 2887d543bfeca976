import type { FieldError, FormValues } from '../../../platform/input/form.ts'
import type { Choices } from '../../directory/index.ts'

/** A form of the page as it was sent, with what is wrong; which one, so that it is drawn open and where it stands. */
export interface SentForm {
  form: 'invitation' | 'chair' | 'role'
  /** The role that was to end. */
  id?: string
  values: FormValues
  errors: FieldError[]
  /** What was meant in each field for an organisation. */
  choices?: Choices
  /** The organisation that was just added to the form or removed, when nothing else was asked for. */
  focus?: number
}

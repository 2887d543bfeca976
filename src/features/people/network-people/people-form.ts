import type { FormState } from '../../../platform/input/form.ts'
import type { Choices } from '../../directory/index.ts'

/** A refused form of the page with its errors. `form` says which one, so that it is drawn open and in its place. */
export interface SentForm extends FormState {
  form: 'invitation' | 'chair' | 'role'
  /** The role that was to end. */
  id?: string
  /** The organisation chosen in each field. */
  choices?: Choices
}

import type { FormState } from '../../../platform/input/form.ts'
import type { Choices } from '../../directory/index.ts'

/** A form of the page as it was sent, with what is wrong; which one, so that it is drawn open and where it stands. */
export interface SentForm extends FormState {
  form: 'invitation' | 'chair' | 'role'
  /** The role that was to end. */
  id?: string
  /** What was meant in each field for an organisation. */
  choices?: Choices
}

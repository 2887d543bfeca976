import type { Reader } from '../../platform/i18n/reader.ts'
import { fieldId } from './field.tsx'

export interface FormError {
  /** Name of the field it belongs to; none for the form as a whole. */
  field?: string
  message: string
}

/** The list of what is wrong, above the form, each line a link to its field; nothing when nothing is. The page opens on it. */
export function FormErrors({ reader, errors }: { reader: Reader; errors: FormError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="form-errors" role="alert" aria-labelledby="form-errors-title" tabindex={-1} autofocus>
      <h2 id="form-errors-title">{reader.t('ui.form.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            {error.field ? <a href={`#${fieldId(error.field)}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  )
}

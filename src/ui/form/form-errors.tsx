import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { useNameOf } from './field-names.tsx'
import { fieldId } from './filled.tsx'

export interface FormError {
  /** Name of the field it belongs to; none for the form as a whole. */
  field?: string
  message: string
}

/** The list of errors above the form, each a link to its field, by its name; nothing if there are none. The page opens on it. */
export function FormErrors({ errors }: { errors: FormError[] }) {
  return errors.length === 0 ? null : <List errors={errors} />
}

function List({ errors }: { errors: FormError[] }) {
  const reader = useReader()
  const nameOf = useNameOf()
  return (
    <div class="form-errors" role="alert" aria-labelledby="form-errors-title" tabindex={-1} autofocus>
      <h2 id="form-errors-title">{reader.t('ui.form.errors', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            {error.field ? (
              <Line id={fieldId(error.field)} name={nameOf(fieldId(error.field))} message={error.message} />
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Line({ id, name, message }: { id: string; name: ComponentChildren; message: string }) {
  return (
    <a href={`#${id}`}>
      {name ? <>{name} – </> : null}
      {message}
    </a>
  )
}

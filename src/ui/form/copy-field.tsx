import { useReader } from '../reader.tsx'
import { Field } from './field.tsx'

interface CopyFieldProps {
  name: string
  label: string
  hint?: string
  text: string
  rows?: number
}

/** A text to copy: it can be selected by hand; the button that copies it comes with the script. */
export function CopyField({ name, label, hint, text, rows = 2 }: CopyFieldProps) {
  const reader = useReader()
  return (
    <Field name={name} label={label} hint={hint} isPart>
      {(control) => (
        <div class="copy-field">
          <textarea {...control} class="secret" rows={rows} readOnly spellcheck={false} autocomplete="off">
            {text}
          </textarea>
          <button
            type="button"
            class="button"
            data-copy={control.id}
            data-copied={reader.t('ui.copy.copied')}
            hidden
          >
            {reader.t('ui.copy.copy')}
            <span class="visually-hidden"> ({label})</span>
          </button>
          <span class="quiet" role="status" />
        </div>
      )}
    </Field>
  )
}

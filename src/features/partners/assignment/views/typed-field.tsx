import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { Field } from '../../../../ui/form/field.tsx'

interface TypedFieldProps {
  reader: Reader
  shown: Shown
  name: string
  type: 'number' | 'date' | 'time' | 'text' | 'email'
  label: ComponentChildren
  hint?: ComponentChildren
  required?: boolean
  autocomplete?: string
}

/** A line of a form with what was typed into it; numbers are typed as text, which no wheel of a mouse changes. */
export function TypedField({ shown, type, required = true, autocomplete, ...field }: TypedFieldProps) {
  const { reader, name } = field
  return (
    <Field {...field} error={errorOf(reader, shown, name)} required={required}>
      {(control) => (
        <input
          {...control}
          type={type === 'number' ? 'text' : type}
          {...(type === 'number' ? { inputmode: 'numeric' as const, size: 6 } : {})}
          value={typedValue(shown.values, name)}
          autocomplete={autocomplete ?? (type === 'number' ? 'off' : undefined)}
        />
      )}
    </Field>
  )
}

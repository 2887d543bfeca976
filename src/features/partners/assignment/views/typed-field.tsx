import type { ComponentChildren } from 'preact'
import { typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { Field } from '../../../../ui/form/field.tsx'

interface TypedFieldProps {
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
  return (
    <Field {...field} required={required}>
      {(control) => (
        <input
          {...control}
          type={type === 'number' ? 'text' : type}
          {...(type === 'number' ? { inputmode: 'numeric' as const, size: 6 } : {})}
          value={typedValue(shown.values, field.name)}
          autocomplete={autocomplete ?? (type === 'number' ? 'off' : undefined)}
        />
      )}
    </Field>
  )
}

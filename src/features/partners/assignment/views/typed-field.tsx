import type { ComponentChildren } from 'preact'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'

interface TypedFieldProps {
  name: string
  type: 'number' | 'time' | 'text' | 'email'
  label: ComponentChildren
  hint?: ComponentChildren
  required?: boolean
  autocomplete?: string
}

/** A line of a form; numbers are typed as text, which no wheel of a mouse changes. */
export function TypedField({ type, required = true, autocomplete, ...field }: TypedFieldProps) {
  const { value } = useFilled(field.name)
  return (
    <Field {...field} required={required}>
      {(control) => (
        <input
          {...control}
          type={type === 'number' ? 'text' : type}
          {...(type === 'number' ? { inputmode: 'numeric' as const, size: 6 } : {})}
          value={value}
          autocomplete={autocomplete ?? (type === 'number' ? 'off' : undefined)}
        />
      )}
    </Field>
  )
}

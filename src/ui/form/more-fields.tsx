import type { ComponentChildren } from 'preact'
import { typedValues } from '../../platform/input/form.ts'
import { useForm } from './filled.tsx'

interface MoreFieldsProps {
  /** Of the fields within it; of a text the name of the whole. */
  names: readonly string[]
  label: ComponentChildren
  children: ComponentChildren
}

/** Fields that may wait, folded; open where one of them holds something or is wrong. */
export function MoreFields({ names, label, children }: MoreFieldsProps) {
  const { values, errors } = useForm()
  const isAmong = (field: string) => names.some((name) => field === name || field.startsWith(`${name}.`))
  // The language of an empty text says nothing.
  const isTyped = Object.keys(values).some(
    (field) =>
      isAmong(field) && !/\.(?:original|written)$/.test(field) && typedValues(values, field).some(Boolean),
  )
  return (
    <details class="field folded-field" open={isTyped || errors.some(({ field }) => isAmong(field))}>
      <summary>{label}</summary>
      {children}
    </details>
  )
}

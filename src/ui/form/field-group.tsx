import type { ComponentChildren } from 'preact'
import type { Reader } from '../../platform/i18n/reader.ts'
import { fieldId } from './field.tsx'
import { NamedPart, useOwnName } from './field-names.tsx'
import { describedBy, FieldNotes } from './field-notes.tsx'

interface FieldGroupProps {
  reader: Reader
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
  /** One of several questions that may each wait: nothing is said of that. */
  isPart?: boolean
  class?: string
  children: ComponentChildren
}

/** Several inputs that answer one question, under one label, hint and error; the list of errors leads to it. */
export function FieldGroup({
  reader,
  name,
  label,
  hint,
  error,
  required,
  isPart,
  ...props
}: FieldGroupProps) {
  const id = fieldId(name)
  useOwnName(id, label)
  const classes = ['field', 'field-group', error ? 'field-invalid' : '', props.class ?? '']
  return (
    <fieldset
      class={classes.filter(Boolean).join(' ')}
      id={id}
      tabindex={-1}
      aria-describedby={describedBy(id, { hint, error })}
    >
      <legend>
        {label}
        {required || isPart ? null : <span class="field-optional"> {reader.t('ui.field.optional')}</span>}
      </legend>
      <FieldNotes reader={reader} id={id} hint={hint} error={error} />
      <NamedPart name={label}>{props.children}</NamedPart>
    </fieldset>
  )
}

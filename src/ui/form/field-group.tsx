import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { NamedPart, useOwnName } from './field-names.tsx'
import { describedBy, FieldNotes } from './field-notes.tsx'
import { useFieldIds, useFilled } from './filled.tsx'

interface FieldGroupProps {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
  /** One of several questions that may each wait: it is not marked as optional. */
  isPart?: boolean
  class?: string
  children: ComponentChildren
}

/** Several inputs that answer one question, under one label, hint and error; the list of errors leads to it. */
export function FieldGroup({ name, label, hint, required, isPart, ...props }: FieldGroupProps) {
  const reader = useReader()
  const id = useFieldIds()(name)
  const filled = useFilled(name)
  const error = props.error ?? filled.error
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
      <FieldNotes id={id} hint={hint} error={error} />
      <NamedPart name={label}>{props.children}</NamedPart>
    </fieldset>
  )
}

import type { ComponentChildren } from 'preact'
import type { Reader } from '../../platform/i18n/reader.ts'
import { fieldId } from './field.tsx'
import { NamedPart, useOwnName } from './field-names.tsx'

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
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const classes = ['field', 'field-group', error ? 'field-invalid' : '', props.class ?? '']
  return (
    <fieldset
      class={classes.filter(Boolean).join(' ')}
      id={id}
      tabindex={-1}
      aria-describedby={described || undefined}
    >
      <legend>
        {label}
        {required || isPart ? null : <span class="field-optional"> {reader.t('ui.field.optional')}</span>}
      </legend>
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">{reader.t('ui.field.error')} </span>
          {error}
        </p>
      ) : null}
      <NamedPart name={label}>{props.children}</NamedPart>
    </fieldset>
  )
}

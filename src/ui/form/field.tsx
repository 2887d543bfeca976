import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { useOwnName } from './field-names.tsx'
import { describedBy, FieldNotes } from './field-notes.tsx'
import { useFieldIds, useFilled } from './filled.tsx'

/** The attributes that tie an input to its label, hint and error. */
export interface FieldControl {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
  required: boolean | undefined
}

interface FieldProps {
  name: string
  label: ComponentChildren
  /** Its name in the list of errors, if its label says more than its name. */
  ownName?: ComponentChildren
  hint?: ComponentChildren
  /** In the reader’s language; by default the error in the form around it. */
  error?: string | undefined
  required?: boolean
  /** One of several inputs of a group, which says itself whether it may stay empty. */
  isPart?: boolean
  /** Draws the input; by default a line of text. */
  children?: (control: FieldControl) => ComponentChildren
  /** By default the value in the form around it. */
  value?: string | undefined
  type?: 'text' | 'email' | 'url' | 'tel' | 'number'
  autocomplete?: string
}

/** Label, hint, error and input, inseparable. An optional field says so; the others need no star. */
export function Field(props: FieldProps) {
  const reader = useReader()
  const { name, label, hint, required } = props
  const filled = useFilled(name)
  const error = props.error ?? filled.error
  const id = useFieldIds()(name)
  useOwnName(id, props.ownName ?? label)
  const control: FieldControl = {
    id,
    name,
    'aria-describedby': describedBy(id, { hint, error }),
    'aria-invalid': error ? 'true' : undefined,
    required: required || undefined,
  }
  return (
    <div class={error ? 'field field-invalid' : 'field'}>
      <label for={id}>
        {label}
        {required || props.isPart ? null : (
          <span class="field-optional"> {reader.t('ui.field.optional')}</span>
        )}
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {props.children ? (
        props.children(control)
      ) : (
        <input
          {...control}
          type={props.type ?? 'text'}
          value={props.value ?? filled.value}
          autocomplete={props.autocomplete}
        />
      )}
    </div>
  )
}

/** A copy of a control, described by one more element of its field: the one whose id has this ending. */
export function describedAlso(control: FieldControl, ending: string): FieldControl {
  const described = [control['aria-describedby'], `${control.id}-${ending}`].filter(Boolean).join(' ')
  return { ...control, 'aria-describedby': described }
}

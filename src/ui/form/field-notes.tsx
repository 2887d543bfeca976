import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'

interface Notes {
  hint?: ComponentChildren
  error?: string | undefined
}

/** The ids of a field’s hint and error, for `aria-describedby`. */
export function describedBy(id: string, { hint, error }: Notes): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

/** The hint and the error of a field. */
export function FieldNotes({ id, hint, error }: Notes & { id: string }) {
  const reader = useReader()
  return (
    <>
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
    </>
  )
}

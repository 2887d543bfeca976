import type { ComponentChildren } from 'preact'
import { useReader } from '../reader.tsx'
import { describedAlso, Field, type FieldControl } from './field.tsx'
import { useFilled } from './filled.tsx'

interface TextAreaFieldProps {
  name: string
  label: ComponentChildren
  value?: string | undefined
  /** The maximum of characters. Nothing is cut off in typing: a pasted text may be shortened in place. */
  max: number
  rows?: number
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean
}

/** A longer text, with its maximum length; the script counts during typing. */
export function TextAreaField({ max, rows = 5, ...props }: TextAreaFieldProps) {
  const filled = useFilled(props.name)
  const { value = filled.value ?? '', ...field } = props
  return (
    <Field {...field}>
      {(control) => <CountedTextArea control={control} value={value} max={max} rows={rows} />}
    </Field>
  )
}

interface CountedTextAreaProps {
  control: FieldControl
  value: string
  max: number
  rows: number
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
}

/** The box and its count, for fields that draw several. */
export function CountedTextArea({ control, value, max, rows, lang, dir }: CountedTextAreaProps) {
  const { t } = useReader()
  return (
    <>
      <textarea
        {...describedAlso(control, 'count')}
        rows={rows}
        lang={lang}
        dir={dir}
        data-part="counter"
        data-max={max}
      >
        {value}
      </textarea>
      <p
        class="field-count"
        id={`${control.id}-count`}
        data-count={t('ui.counter.count', { count: '#', maximum: max })}
        data-over={t('ui.counter.over', { count: '#', maximum: max })}
      >
        {t('ui.counter.limit', { maximum: max })}
      </p>
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'

interface DecisionFormProps {
  shown: Shown
  action: string
  /** Each a button by its value, the first one the likeliest. */
  decisions: { value: string; label: string }[]
  /** What goes along unseen. */
  children?: ComponentChildren
}

/** A decision with its reason, which whoever proposed is told. */
export function DecisionForm({ shown, action, decisions, children }: DecisionFormProps) {
  const reader = useReader()
  const { t } = reader
  const error = errorOf(reader, shown, 'because')
  return (
    <Form action={action} form={shown}>
      <FormErrors errors={error ? [{ field: 'because', message: error }] : []} />
      {children}
      <TextAreaField
        name="because"
        label={t('agenda.proposals.because')}
        hint={t('agenda.proposals.becauseHint')}
        max={2000}
        rows={3}
        error={error}
      />
      <p class="form-end">
        {decisions.map(({ value, label }, at) => (
          <button
            key={value}
            type="submit"
            class={at === 0 ? 'button primary' : 'button'}
            name="decision"
            value={value}
          >
            {label}
          </button>
        ))}
      </p>
    </Form>
  )
}

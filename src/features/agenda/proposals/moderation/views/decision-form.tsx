import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'

interface DecisionFormProps {
  reader: Reader
  shown: Shown
  action: string
  /** Each a button by its value, the first one the likeliest. */
  decisions: { value: string; label: string }[]
  /** What goes along unseen. */
  children?: ComponentChildren
}

/** A decision with its reason, which whoever proposed is told. */
export function DecisionForm({ reader, shown, action, decisions, children }: DecisionFormProps) {
  const { t } = reader
  const error = errorOf(reader, shown, 'because')
  return (
    <form method="post" action={action} class="form" novalidate>
      <FormErrors reader={reader} errors={error ? [{ field: 'because', message: error }] : []} />
      {children}
      <TextAreaField
        reader={reader}
        name="because"
        label={t('agenda.proposals.because')}
        hint={t('agenda.proposals.becauseHint')}
        value={typedValue(shown.values, 'because')}
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
    </form>
  )
}

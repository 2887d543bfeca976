import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { FieldError, FormValues } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { longestPoint } from '../schema.ts'

interface PointFormProps {
  action: string
  languages: readonly string[]
  text: LocalizedText
  label: string
  values: FormValues
  errors: readonly FieldError[]
}

/** What a point is about, who reports, for how long. */
export function PointForm({ action, languages, text, label, values, errors }: PointFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Form action={action} form={{ values, errors }}>
      <LocalizedField
        name="title"
        label={t('minutes.agenda.pointTitle')}
        languages={languages}
        text={text}
        max={longestPoint}
        rows={1}
        required
      />
      <Field name="rapporteur" label={t('minutes.agenda.rapporteur')} />
      <Field name="plannedMinutes" type="number" label={t('minutes.agenda.minutes')} />
      <p class="form-end">
        <button class="button primary" type="submit">
          {label}
        </button>
      </p>
    </Form>
  )
}

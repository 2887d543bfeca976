import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { errorOf, errorsByField } from '../../views/form-page.tsx'
import { longestPoint } from '../schema.ts'

interface PointFormProps {
  reader: Reader
  action: string
  languages: readonly string[]
  text: LocalizedText
  label: string
  values: FormValues
  errors: readonly FieldError[]
}

/** What a point is about, who reports, for how long. */
export function PointForm({ reader, action, languages, text, label, values, errors }: PointFormProps) {
  const { t } = reader
  const isSent = Object.keys(values).some((name) => name.startsWith('title.'))
  return (
    <form class="form" method="post" action={action} novalidate>
      <LocalizedField
        reader={reader}
        name="title"
        label={t('minutes.agenda.pointTitle')}
        languages={languages}
        text={text}
        values={isSent ? values : undefined}
        errors={errorsByField(reader, errors)}
        max={longestPoint}
        rows={1}
        required
      />
      <Field
        reader={reader}
        name="rapporteur"
        label={t('minutes.agenda.rapporteur')}
        value={typedValue(values, 'rapporteur')}
        error={errorOf(reader, errors, 'rapporteur')}
      />
      <Field
        reader={reader}
        name="plannedMinutes"
        type="number"
        label={t('minutes.agenda.minutes')}
        value={typedValue(values, 'plannedMinutes')}
        error={errorOf(reader, errors, 'plannedMinutes')}
      />
      <p class="form-end">
        <button class="button primary" type="submit">
          {label}
        </button>
      </p>
    </form>
  )
}

import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { longestPoint } from '../schema.ts'

interface PointFieldsProps {
  languages: readonly string[]
  /** The title as it stands. */
  text: LocalizedText
}

/** What a point is about, who reports, for how long. */
export function PointFields({ languages, text }: PointFieldsProps) {
  const { t } = useReader()
  return (
    <>
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
    </>
  )
}

import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type Choices, OrganisationPicker } from '../../../directory/index.ts'
import { longestDecision } from '../schema.ts'

interface ActionFieldsProps {
  languages: readonly string[]
  values: FormValues
  errors: Readonly<Record<string, string>>
  fieldErrors: readonly FieldError[]
  prefix: string
  text: LocalizedText
  choices: Choices
}

/** What is to be done, by whom and by when. */
export function ActionFields({ values, prefix, choices, fieldErrors, ...texts }: ActionFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const organisation = `${prefix}.organisation`
  return (
    <>
      <LocalizedField
        {...texts}
        name={`${prefix}.text`}
        label={t('minutes.action.what')}
        max={longestDecision}
        rows={2}
        required
      />
      <OrganisationPicker
        name={organisation}
        label={t('minutes.action.organisation')}
        picked={choices.get(organisation) ?? { state: 'empty' }}
      />
      <Field
        name={`${prefix}.person`}
        label={t('minutes.action.person')}
        hint={t('minutes.action.personHint')}
      />
      <DateField name={`${prefix}.due`} label={t('minutes.action.dueOn')} assumesYear />
      <input type="hidden" name={`${prefix}.id`} value={typedValue(values, `${prefix}.id`)} />
    </>
  )
}

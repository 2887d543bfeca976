import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { type Choices, OrganisationPicker } from '../../../directory/index.ts'
import { errorOf } from '../../views/form-page.tsx'
import { longestDecision } from '../schema.ts'

interface ActionFieldsProps {
  reader: Reader
  languages: readonly string[]
  values: FormValues
  errors: Readonly<Record<string, string>>
  fieldErrors: readonly FieldError[]
  prefix: string
  text: LocalizedText
  choices: Choices
}

/** What is to be done, by whom and by when. */
export function ActionFields({ reader, values, prefix, choices, fieldErrors, ...texts }: ActionFieldsProps) {
  const { t } = reader
  const organisation = `${prefix}.organisation`
  return (
    <>
      <LocalizedField
        {...texts}
        reader={reader}
        values={values}
        name={`${prefix}.text`}
        label={t('minutes.action.what')}
        max={longestDecision}
        rows={2}
        required
      />
      <OrganisationPicker
        reader={reader}
        name={organisation}
        label={t('minutes.action.organisation')}
        typed={typedValue(values, `${organisation}.name`)}
        picked={choices.get(organisation) ?? { state: 'empty' }}
        error={errorOf(reader, fieldErrors, `${organisation}.name`)}
      />
      <Field
        reader={reader}
        name={`${prefix}.person`}
        label={t('minutes.action.person')}
        hint={t('minutes.action.personHint')}
        value={typedValue(values, `${prefix}.person`)}
        error={errorOf(reader, fieldErrors, `${prefix}.person`)}
      />
      <DateField
        reader={reader}
        name={`${prefix}.due`}
        label={t('minutes.action.dueOn')}
        value={typedValue(values, `${prefix}.due`)}
        error={errorOf(reader, fieldErrors, `${prefix}.due`)}
        assumesYear
      />
      <input type="hidden" name={`${prefix}.id`} value={typedValue(values, `${prefix}.id`)} />
    </>
  )
}

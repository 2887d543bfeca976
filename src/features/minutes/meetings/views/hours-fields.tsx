import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { errorOf } from '../../views/form-page.tsx'

interface HoursFieldsProps {
  reader: Reader
  countries: readonly string[]
  values: FormValues
  errors: readonly FieldError[]
}

/** The day and the hours, on the clock of one of the network's countries. */
export function HoursFields({ reader, countries, values, errors }: HoursFieldsProps) {
  const { t } = reader
  const chosen = typedValue(values, 'zone')
  const zones = zonesFor(countries, chosen === '' ? undefined : chosen)
  const time = (name: 'start' | 'end') => (
    <Field
      reader={reader}
      name={name}
      label={t(`minutes.field.${name}`)}
      error={errorOf(reader, errors, name)}
      hint={name === 'end' ? t('minutes.field.endHint') : undefined}
    >
      {(control) => <input {...control} type="time" value={typedValue(values, name)} />}
    </Field>
  )
  return (
    <>
      <Field
        reader={reader}
        name="heldOn"
        type="date"
        label={t('minutes.field.day')}
        value={typedValue(values, 'heldOn')}
        error={errorOf(reader, errors, 'heldOn')}
        required
      />
      <div class="minutes-hours">
        {time('start')}
        {time('end')}
      </div>
      <ChoiceField
        reader={reader}
        name="zone"
        label={t('minutes.field.zone')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
        error={errorOf(reader, errors, 'zone')}
        required
      />
    </>
  )
}

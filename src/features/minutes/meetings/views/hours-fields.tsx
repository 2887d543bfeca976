import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'

interface HoursFieldsProps {
  countries: readonly string[]
  values: FormValues
}

/** The day and the hours, on the clock of one of the network's countries. */
export function HoursFields({ countries, values }: HoursFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const chosen = typedValue(values, 'zone')
  const zones = zonesFor(countries, chosen === '' ? undefined : chosen)
  const time = (name: 'start' | 'end') => (
    <Field
      name={name}
      label={t(`minutes.field.${name}`)}
      hint={name === 'end' ? t('minutes.field.endHint') : undefined}
    >
      {(control) => <input {...control} type="time" value={typedValue(values, name)} />}
    </Field>
  )
  return (
    <>
      <Field name="heldOn" type="date" label={t('minutes.field.day')} required />
      <div class="minutes-hours">
        {time('start')}
        {time('end')}
      </div>
      <ChoiceField
        name="zone"
        label={t('minutes.field.zone')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
        required
      />
    </>
  )
}

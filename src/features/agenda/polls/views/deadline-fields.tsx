import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'

/** The deadline for answers, on the clock of one side. */
export function DeadlineFields({ countries }: { countries: readonly string[] }) {
  const { t } = useReader()
  return (
    <fieldset class="part">
      <legend>{t('agenda.poll.deadline')}</legend>
      <div class="minutes-hours">
        <DayField name="deadline.day" label={t('agenda.check.day')} required />
        <TimeField name="deadline.time" label={t('agenda.poll.time')} required />
      </div>
      <ZoneField countries={countries} name="deadline.zone" />
    </fieldset>
  )
}

interface NamedProps {
  name: string
  label: string
  required?: boolean
}

export function TimeField({ name, label, required = false }: NamedProps) {
  const { value } = useFilled(name)
  return (
    <Field name={name} label={label} required={required}>
      {(control) => <input {...control} type="time" value={value} />}
    </Field>
  )
}

/** The clock on which hours are given. */
export function ZoneField({ countries, name }: { countries: readonly string[]; name: string }) {
  const reader = useReader()
  const { value } = useFilled(name)
  const zones = zonesFor(countries)
  return (
    <ChoiceField
      name={name}
      label={reader.t('agenda.check.zone')}
      options={zones.map((zone) => ({
        value: zone,
        label: chooseName(cityOf(zone), reader.language).text,
      }))}
      chosen={[value || (zones[0] ?? '')]}
      isFolded
      required
    />
  )
}

import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { knownPeriod } from '../../holidays/known-period.ts'

interface MomentFieldsProps {
  countries: readonly string[]
  shown: Shown
}

/** Until when answers are taken, on the clock of one side. */
export function DeadlineFields({ countries, shown }: MomentFieldsProps) {
  const { t } = useReader()
  return (
    <fieldset class="part">
      <legend>{t('agenda.poll.deadline')}</legend>
      <div class="minutes-hours">
        <DayField shown={shown} name="deadline.day" label={t('agenda.check.day')} required />
        <TimeField shown={shown} name="deadline.time" label={t('agenda.poll.time')} required />
      </div>
      <ZoneField countries={countries} shown={shown} name="deadline.zone" />
    </fieldset>
  )
}

interface NamedProps {
  shown: Shown
  name: string
  label: string
  required?: boolean
}

export function DayField({ shown, name, label, required = false }: NamedProps) {
  return (
    <Field name={name} label={label} required={required}>
      {(control) => (
        <input
          {...control}
          type="date"
          min={knownPeriod.from}
          max={knownPeriod.to}
          value={typedValue(shown.values, name)}
        />
      )}
    </Field>
  )
}

export function TimeField({ shown, name, label, required = false }: NamedProps) {
  return (
    <Field name={name} label={label} required={required}>
      {(control) => <input {...control} type="time" value={typedValue(shown.values, name)} />}
    </Field>
  )
}

/** On whose clock hours are said. */
export function ZoneField({
  countries,
  shown,
  name,
}: Omit<NamedProps, 'label'> & { countries: readonly string[] }) {
  const reader = useReader()
  const chosen = typedValue(shown.values, name)
  const zones = zonesFor(countries)
  return (
    <ChoiceField
      name={name}
      label={reader.t('agenda.check.zone')}
      options={zones.map((zone) => ({
        value: zone,
        label: chooseName(cityOf(zone), reader.language).text,
      }))}
      chosen={[chosen === '' ? (zones[0] ?? '') : chosen]}
      isFolded
      required
    />
  )
}

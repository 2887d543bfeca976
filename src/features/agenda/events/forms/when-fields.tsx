import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import type { EventCall } from './event-part.ts'
import { TurnField } from './turn-field.tsx'

/** The date as one says it, and the hours on the clock of one side. */
export function WhenFields({ call, shown }: { call: EventCall; shown: Shown }) {
  const { reader, network } = call
  const { t } = reader
  const chosen = typedValue(shown.values, 'zone')
  const zones = zonesFor(network.countries, chosen === '' ? undefined : chosen)
  const time = (name: 'start' | 'end') => (
    <Field
      reader={reader}
      name={name}
      label={t(name === 'start' ? 'agenda.form.start' : 'agenda.form.end')}
      error={errorOf(reader, shown, name)}
    >
      {(control) => <input {...control} type="time" value={typedValue(shown.values, name)} />}
    </Field>
  )
  return (
    <>
      <DateField
        reader={reader}
        name="when"
        label={t('agenda.form.date')}
        value={typedValue(shown.values, 'when')}
        error={errorOf(reader, shown, 'when')}
      />
      <div class="minutes-hours">
        {time('start')}
        {time('end')}
      </div>
      <TurnField call={call} shown={shown} />
      <ChoiceField
        reader={reader}
        name="zone"
        label={t('agenda.form.zone')}
        hint={t('agenda.form.zoneHint')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
        error={errorOf(reader, shown, 'zone')}
      />
    </>
  )
}

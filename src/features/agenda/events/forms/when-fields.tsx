import { cityOf, zonesFor } from '../../../../platform/dates/index.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { EventCall } from './event-part.ts'
import { turns } from './when-reading.ts'

/** The date in words, and the hours on the clock of one side. */
export function WhenFields({ call, shown }: { call: EventCall; shown: Shown }) {
  const { reader, network } = call
  const { t } = reader
  const chosen = typedValue(shown.values, 'zone')
  const zones = zonesFor(network.countries, chosen === '' ? undefined : chosen)
  const time = (name: 'start' | 'end') => (
    <Field name={name} label={t(name === 'start' ? 'agenda.form.start' : 'agenda.form.end')}>
      {(control) => <input {...control} type="time" value={typedValue(shown.values, name)} />}
    </Field>
  )
  return (
    <>
      <DateField name="when" label={t('agenda.form.date')} />
      <div class="minutes-hours">
        {time('start')}
        {time('end')}
      </div>
      <TurnField />
      <ChoiceField
        name="zone"
        label={t('agenda.form.zone')}
        hint={t('agenda.form.zoneHint')}
        options={zones.map((zone) => ({
          value: zone,
          label: chooseName(cityOf(zone), reader.language).text,
        }))}
        chosen={[chosen || (zones[0] ?? '')]}
      />
    </>
  )
}

/** Which hour is meant where the clock shows it twice; nothing where it does not. */
function TurnField() {
  const { t } = useReader()
  const { value, error } = useFilled('turn')
  if (!value && !error) return null
  return (
    <ChoiceField
      name="turn"
      label={t('agenda.form.turn')}
      options={turns.map((turn) => ({ value: turn, label: t(`agenda.form.turn.${turn}`) }))}
      required
    />
  )
}

import { typedValue } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import type { EventCall } from './event-part.ts'
import { turns } from './when-reading.ts'

/** Which hour is meant where the clock shows it twice; nothing where it does not. */
export function TurnField({ call: { reader }, shown }: { call: EventCall; shown: Shown }) {
  const chosen = typedValue(shown.values, 'turn')
  const error = errorOf(reader, shown, 'turn')
  if (chosen === '' && !error) return null
  return (
    <ChoiceField
      name="turn"
      label={reader.t('agenda.form.turn')}
      options={turns.map((turn) => ({ value: turn, label: reader.t(`agenda.form.turn.${turn}`) }))}
      chosen={[chosen]}
      error={error}
      required
    />
  )
}

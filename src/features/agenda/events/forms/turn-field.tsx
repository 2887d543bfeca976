import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { turns } from './when-reading.ts'

/** Which hour is meant where the clock shows it twice; nothing where it does not. */
export function TurnField() {
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

import { typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import type { EventCall } from '../../events/forms/event-part.ts'
import { repeatChoices } from './repeat-reading.ts'

/** Whether an event repeats, by the usual rules: beside its date, from which they take weekday and place in the month. */
export function RepeatChoice({ call: { reader, document }, shown }: { call: EventCall; shown: Shown }) {
  const { t } = reader
  const chosen = typedValue(shown.values, 'repeats')
  // A rule of its own has fields of its own: this form only preserves it.
  const options = repeatChoices.filter((each) => each !== 'own' || chosen === 'own')
  return (
    <ChoiceField
      name="repeats"
      label={t('agenda.recurrence.repeats')}
      hint={t(
        document.recurrence === null ? 'agenda.recurrence.repeatsHint' : 'agenda.recurrence.repeatsKept',
      )}
      options={options.map((each) => ({ value: each, label: t(`agenda.recurrence.choice.${each}`) }))}
      chosen={[chosen || 'never']}
      isFolded
      required
    />
  )
}

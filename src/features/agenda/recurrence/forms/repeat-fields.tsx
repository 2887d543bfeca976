import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled, useForm } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { placings, units } from '../codes.ts'
import { weekdayName } from '../rule-words.ts'
import { ends, weekdays } from './repeat-reading.ts'

/** A custom rule: every so many weeks, months or years, and on which day of them. */
export function RuleFields({ isVague }: { isVague: boolean }) {
  const reader = useReader()
  const { t } = reader
  const { values, errors } = useForm()
  const isOwn = typedValue(values, 'repeats') === 'own'
  const hasError = errors.some(({ field }) => ['interval', 'unit', 'weekdays', 'placing'].includes(field))
  return (
    <details class="own-rule" open={isOwn || hasError}>
      <summary>{t('agenda.recurrence.own')}</summary>
      <p class="field-hint">{t(isVague ? 'agenda.recurrence.ownVague' : 'agenda.recurrence.ownHint')}</p>
      <Field name="interval" type="number" label={t('agenda.recurrence.interval')} isPart />
      <ChoiceField
        name="unit"
        label={t('agenda.recurrence.unit')}
        options={units.map((each) => ({ value: each, label: t(`agenda.recurrence.unit.${each}`) }))}
        isPart
      />
      <ChoiceField
        name="weekdays"
        label={t('agenda.recurrence.weekdays')}
        hint={t('agenda.recurrence.weekdaysHint')}
        multiple
        options={weekdays.map((each) => ({
          value: each,
          label: capitalized(weekdayName(reader, Number(each)), reader.interfaceLanguage),
        }))}
        isPart
      />
      <ChoiceField
        name="placing"
        label={t('agenda.recurrence.placing')}
        hint={t('agenda.recurrence.placingHint')}
        options={placings.map((each) => ({ value: each, label: t(`agenda.recurrence.placing.${each}`) }))}
        isPart
      />
    </details>
  )
}

/** When a series ends: never, on a day, after so many times. */
export function EndFields() {
  const { t } = useReader()
  const { value } = useFilled('ends')
  return (
    <>
      <ChoiceField
        name="ends"
        label={t('agenda.recurrence.ends')}
        hint={t('agenda.recurrence.endsHint')}
        options={ends.map((each) => ({ value: each, label: t(`agenda.recurrence.ends.${each}`) }))}
        chosen={[value || 'never']}
        isPart
      />
      <Field name="until" type="date" label={t('agenda.recurrence.lastDay')} />
      <Field name="count" type="number" label={t('agenda.recurrence.count')} />
    </>
  )
}

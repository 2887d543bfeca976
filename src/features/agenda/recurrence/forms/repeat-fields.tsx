import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue, typedValues } from '../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { placings, units } from '../codes.ts'
import { weekdayName } from '../rule-words.ts'
import { ends, weekdays } from './repeat-reading.ts'

interface FieldsProps {
  reader: Reader
  shown: Shown
}

/** A rule of one’s own: every so many weeks, months or years, and on which day of them. */
export function RuleFields({ reader, shown, isVague }: FieldsProps & { isVague: boolean }) {
  const { t } = reader
  const isOwn = typedValue(shown.values, 'repeats') === 'own'
  const hasError = ['interval', 'unit', 'weekdays', 'placing'].some((name) => errorOf(reader, shown, name))
  return (
    <details class="own-rule" open={isOwn || hasError}>
      <summary>{t('agenda.recurrence.own')}</summary>
      <p class="field-hint">{t(isVague ? 'agenda.recurrence.ownVague' : 'agenda.recurrence.ownHint')}</p>
      <Field
        reader={reader}
        name="interval"
        type="number"
        label={t('agenda.recurrence.interval')}
        value={typedValue(shown.values, 'interval')}
        error={errorOf(reader, shown, 'interval')}
        isPart
      />
      <ChoiceField
        reader={reader}
        name="unit"
        label={t('agenda.recurrence.unit')}
        options={units.map((each) => ({ value: each, label: t(`agenda.recurrence.unit.${each}`) }))}
        chosen={[typedValue(shown.values, 'unit')]}
        error={errorOf(reader, shown, 'unit')}
        isPart
      />
      <ChoiceField
        reader={reader}
        name="weekdays"
        label={t('agenda.recurrence.weekdays')}
        hint={t('agenda.recurrence.weekdaysHint')}
        multiple
        options={weekdays.map((each) => ({
          value: each,
          label: capitalized(weekdayName(reader, Number(each)), reader.interfaceLanguage),
        }))}
        chosen={typedValues(shown.values, 'weekdays')}
        error={errorOf(reader, shown, 'weekdays')}
        isPart
      />
      <ChoiceField
        reader={reader}
        name="placing"
        label={t('agenda.recurrence.placing')}
        hint={t('agenda.recurrence.placingHint')}
        options={placings.map((each) => ({ value: each, label: t(`agenda.recurrence.placing.${each}`) }))}
        chosen={[typedValue(shown.values, 'placing')]}
        error={errorOf(reader, shown, 'placing')}
        isPart
      />
    </details>
  )
}

/** When a series ends: never, on a day, after so many times. */
export function EndFields({ reader, shown }: FieldsProps) {
  const { t } = reader
  return (
    <>
      <ChoiceField
        reader={reader}
        name="ends"
        label={t('agenda.recurrence.ends')}
        hint={t('agenda.recurrence.endsHint')}
        options={ends.map((each) => ({ value: each, label: t(`agenda.recurrence.ends.${each}`) }))}
        chosen={[typedValue(shown.values, 'ends') || 'never']}
        error={errorOf(reader, shown, 'ends')}
        isPart
      />
      <Field
        reader={reader}
        name="until"
        type="date"
        label={t('agenda.recurrence.lastDay')}
        value={typedValue(shown.values, 'until')}
        error={errorOf(reader, shown, 'until')}
      />
      <Field
        reader={reader}
        name="count"
        type="number"
        label={t('agenda.recurrence.count')}
        value={typedValue(shown.values, 'count')}
        error={errorOf(reader, shown, 'count')}
      />
    </>
  )
}

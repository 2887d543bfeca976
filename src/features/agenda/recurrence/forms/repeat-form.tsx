import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled, useForm } from '../../../../ui/form/filled.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type EventCall, eventPart } from '../../events/forms/event-part.tsx'
import { placings, presets, units } from '../codes.ts'
import { ofPreset, presetOf } from '../preset.ts'
import { ruleWords, weekdayName } from '../rule-words.ts'
import { plainRecurrence } from '../schema.ts'
import { shapeOf } from '../shape.ts'
import { recurrenceTrouble } from '../trouble.ts'
import {
  daysToType,
  ends,
  longestDays,
  readRepeat,
  repeatChoices,
  typedRepeat,
  weekdays,
} from './repeat-reading.ts'

/** How an event repeats: by a usual rule or one of its own, until when, and on which days not or additionally. */
export const repeatForm = eventPart({
  key: 'repeats',
  title: 'agenda.recurrence.form',
  lead: 'agenda.recurrence.formLead',
  isFor: ({ document }) => shapeOf(document) !== null,
  words: (call) => wordsOf(call) ?? call.reader.t('agenda.recurrence.choice.never'),
  values: ({ reader, document: { recurrence } }) => {
    const rule = recurrence ?? plainRecurrence
    return {
      repeats: presetOf(recurrence),
      interval: String(rule.interval),
      unit: rule.unit,
      weekdays: rule.weekdays.map(String),
      placing: rule.placing,
      ends: rule.until !== null ? 'until' : rule.count !== null ? 'count' : 'never',
      until: rule.until ?? '',
      count: rule.count === null ? '' : String(rule.count),
      leftOut: daysToType(reader, rule.leftOut),
      added: daysToType(reader, rule.added),
    }
  },
  schema: () => z.object(typedRepeat()),
  write: ({ reader, document }, typed) => {
    const recurrence = readRepeat(reader, document, typed)
    return Array.isArray(recurrence) ? recurrence : { ...document, recurrence }
  },
  form: (call) => {
    const { reader, document } = call
    const { t } = reader
    const days = (name: 'leftOut' | 'added', label: string, hint: string) => (
      <TextAreaField name={name} label={label} hint={hint} max={longestDays} rows={3} />
    )
    return (
      <>
        <ChoiceField
          name="repeats"
          label={t('agenda.recurrence.repeats')}
          options={[
            { value: 'never', label: t('agenda.recurrence.choice.never') },
            ...usualRules(call),
            { value: 'own', label: t('agenda.recurrence.choice.own') },
          ]}
          isFolded
          required
        />
        <RuleFields isVague={shapeOf(document)?.isExact === false} />
        <EndFields />
        {days('leftOut', t('agenda.recurrence.leftOut'), t('agenda.recurrence.leftOutHint'))}
        {days('added', t('agenda.recurrence.added'), t('agenda.recurrence.addedHint'))}
      </>
    )
  },
})

function wordsOf({ reader, document }: EventCall): string | null {
  const { recurrence } = document
  const shape = recurrence && shapeOf(document)
  return recurrence && shape && capitalized(ruleWords(reader, shape, recurrence), reader.interfaceLanguage)
}

/** The usual rules that the date of the event allows, each with its weekday and place in the month; equivalent ones once. */
function usualRules({ reader, document }: EventCall) {
  const shape = shapeOf(document)
  if (shape === null) return []
  return presets.flatMap((preset) => {
    const rule = ofPreset(preset, null)
    if (recurrenceTrouble(document, rule) !== null) return []
    return [{ value: preset, label: capitalized(ruleWords(reader, shape, rule), reader.interfaceLanguage) }]
  })
}

/** A custom rule: every so many weeks, months or years, and on which day of them. */
function RuleFields({ isVague }: { isVague: boolean }) {
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
function EndFields() {
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
      <DayField name="until" label={t('agenda.recurrence.lastDay')} />
      <Field name="count" type="number" label={t('agenda.recurrence.count')} />
    </>
  )
}

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

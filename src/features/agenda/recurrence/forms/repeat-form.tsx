import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { type EventCall, eventPart } from '../../events/forms/event-part.ts'
import { presets } from '../codes.ts'
import { ofPreset, presetOf } from '../preset.ts'
import { ruleWords } from '../rule-words.ts'
import { plainRecurrence } from '../schema.ts'
import { shapeOf } from '../shape.ts'
import { troubleOf } from '../trouble.ts'
import { EndFields, RuleFields } from './repeat-fields.tsx'
import { daysToType, longestDays, readRepeat, typedRepeat } from './repeat-reading.ts'

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
    if (troubleOf(document, rule) !== null) return []
    return [{ value: preset, label: capitalized(ruleWords(reader, shape, rule), reader.interfaceLanguage) }]
  })
}

import { type Preset, presets } from './codes.ts'
import { plainRecurrence, type Recurrence } from './schema.ts'

type Rule = Pick<Recurrence, 'unit' | 'interval' | 'placing'>

const rules: Record<Preset, Rule> = {
  week: { unit: 'week', interval: 1, placing: 'day' },
  two_weeks: { unit: 'week', interval: 2, placing: 'day' },
  month: { unit: 'month', interval: 1, placing: 'day' },
  month_weekday: { unit: 'month', interval: 1, placing: 'weekday' },
  year: { unit: 'year', interval: 1, placing: 'day' },
  year_weekday: { unit: 'year', interval: 1, placing: 'weekday' },
  two_years: { unit: 'year', interval: 2, placing: 'day' },
  two_years_week: { unit: 'year', interval: 2, placing: 'week' },
}

/** Which of the usual choices a series is; `own` for a rule of its own, `never` for none. */
export function presetOf(recurrence: Recurrence | null): Preset | 'own' | 'never' {
  if (recurrence === null) return 'never'
  const { unit, interval, placing, weekdays } = recurrence
  const isSame = (rule: Rule) =>
    rule.unit === unit && rule.interval === interval && (unit === 'week' || rule.placing === placing)
  return (weekdays.length === 0 && presets.find((each) => isSame(rules[each]))) || 'own'
}

/** A series by one of the usual choices, with the end and the days of the one before. */
export function ofPreset(preset: Preset, before: Recurrence | null): Recurrence {
  return { ...(before ?? plainRecurrence), weekdays: [], ...rules[preset] }
}

import { describe, expect, it } from 'vitest'
import { seriesOn } from '../../../../test/support/series-date.ts'
import { createCatalogue } from '../../../platform/i18n/catalogue.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { uiMessages } from '../../../ui/messages/index.ts'
import { uiReader } from '../../../ui/ui-reader.ts'
import { agendaMessages } from '../messages/index.ts'
import { seriesDays } from './days.ts'
import { ofPreset } from './preset.ts'
import { ruleWords } from './rule-words.ts'
import { plainRecurrence, type Recurrence } from './schema.ts'
import { type SeriesDate, shapeOf, timeOn } from './shape.ts'
import { recurrenceTrouble } from './trouble.ts'

const shape = (date: SeriesDate) => shapeOf(date)!
const days = (date: SeriesDate, rule: Partial<Recurrence>, until: string) =>
  seriesDays(shape(date), { ...plainRecurrence, ...rule }, { until }).days
const words = (language: InterfaceLanguage, date: SeriesDate, rule: Recurrence) => {
  const t = createCatalogue([uiMessages, agendaMessages])(language)
  return ruleWords({ ...uiReader(language), t }, shape(date), rule)
}

describe('a vague date', () => {
  const said: LocalizedText = { fr: { text: 'début octobre 2025', state: 'original' } }
  const vague = { ...seriesOn('2025-10-01/2025-10-10'), words: said }

  it('comes back with the years alone, as vague as it is', () => {
    expect(recurrenceTrouble(vague, ofPreset('month', null))).toBe('vague')
    expect(recurrenceTrouble(vague, ofPreset('two_years_week', null))).toBe('vague')
    expect(recurrenceTrouble(seriesOn('2025-10'), ofPreset('two_years', null))).toBe(null)
    expect(days(seriesOn('2025-10'), { interval: 2, count: 3 }, '2099-12-31')).toEqual([
      '2025-10-01',
      '2027-10-01',
      '2029-10-01',
    ])
    expect(timeOn(shape(seriesOn('2025-10~')), '2027-10-01').when).toBe('2027-10~')
    expect(timeOn(shape(vague), '2027-10-01')).toMatchObject({
      when: '2027-10-01/2027-10-10',
      words: { fr: { text: 'début octobre 2027' } },
    })
    expect(words('ko', vague, ofPreset('two_years', null))).toBe('격년 같은 시기')
  })

  it('without an end has no series', () => {
    expect(recurrenceTrouble(seriesOn('2025-10-01/..'), plainRecurrence)).toBe('noDate')
    expect(recurrenceTrouble({ ...vague, when: null }, plainRecurrence)).toBe('noDate')
  })
})

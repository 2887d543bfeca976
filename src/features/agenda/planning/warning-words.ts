import { languageOf } from '../../../platform/i18n/country-language.ts'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { countryName } from '../../directory/index.ts'
import type { Holiday } from '../holidays/holiday.ts'
import { namesOfRegions } from '../holidays/region-names.ts'
import { dayInWords, daysInWords, weekdayInWords } from './day-words.ts'
import type { Assessment, DayRemark, Remark, SideAssessment } from './planned-date.ts'

/** What a side's calendar says of a planned date, in one sentence: `9 Oct 한글날 (Hangeul Day); Korean offices closed 30 Sept–9 Oct; …`. */
export function sideWords(reader: Reader, side: SideAssessment): string {
  const remarks = side.remarks.map((remark) => remarkWords(reader, side.country, remark))
  return [...remarks, ...closureWords(reader, side)].join(between[reader.interfaceLanguage])
}

const between = { fr: '\u202f; ', ko: '; ', en: '; ' } as const

function closureWords(reader: Reader, { country, closure, ...side }: SideAssessment): string[] {
  if (closure === null) return []
  const { t } = reader
  const whose = { country, name: countryName(reader, country) }
  const days = daysInWords(reader, closure.from, closure.to)
  return [
    // For a closure of one day, the holiday itself says it.
    ...(closure.from === closure.to ? [] : [t('agenda.warning.closed', { ...whose, days })]),
    t('agenda.warning.before', { ...whose, day: weekdayInWords(reader, side.workingBefore ?? '') }),
    t('agenda.warning.after', { day: weekdayInWords(reader, side.workingAfter ?? '') }),
  ]
}

/** The grade of a date, and what the calendar of each side says of it, in the order of some countries. */
export function gradeWords(
  reader: Reader,
  countries: readonly string[],
  { grade, sides }: Assessment,
): string {
  const said = countries.flatMap((country) => {
    const side = sides.find((each) => each.country === country)
    const words = side ? sideWords(reader, side) : ''
    return words === ''
      ? []
      : [reader.t('agenda.warning.side', { country: countryName(reader, country), words })]
  })
  return [reader.t(`agenda.grade.${grade}`), said.join(' · ')].filter(Boolean).join(' ')
}

/** The days on which all sides work before and after the conflict; empty if there is none. */
export function commonWords(reader: Reader, { commonBefore, commonAfter }: Assessment): string {
  if (commonBefore === null || commonAfter === null) return ''
  return reader.t('agenda.warning.common', {
    before: weekdayInWords(reader, commonBefore),
    after: weekdayInWords(reader, commonAfter),
  })
}

function remarkWords(reader: Reader, country: string, remark: Remark): string {
  const { t } = reader
  const weekday = weekdayInWords(reader, remark.day)
  switch (remark.kind) {
    case 'quiet':
      return t('agenda.warning.quiet')
    case 'weekend':
      return t('agenda.warning.weekend', { weekday })
    case 'bridge':
      return t('agenda.warning.bridge', { weekday })
    default:
      return dayWords(reader, country, remark)
  }
}

function dayWords(reader: Reader, country: string, { kind, day, holiday }: DayRemark): string {
  const words = { day: dayInWords(reader, day), name: bothNames(reader, country, holiday) }
  const doubt = doubtWords(reader, holiday)
  if (kind !== 'elsewhere') return `${words.day} ${words.name}${doubt}`
  const places = namesOfRegions(country, holiday.regions ?? [])
    .map((place) => chooseName(place, reader.language).text)
    .join(', ')
  return `${reader.t('agenda.warning.elsewhere', { ...words, places })}${doubt}`
}

/** The name of a day in its own language, and what it is called in the reader's where that is another. */
function bothNames(reader: Reader, country: string, { name }: Holiday): string {
  const own = ownName(country, name)
  const read = chooseName(name, reader.language).text
  return own === read ? own : `${own} (${read})`
}

function ownName(country: string, name: LocalizedName): string {
  return chooseName(name, languageOf(country)).text
}

function doubtWords({ t }: Reader, holiday: Holiday): string {
  if (holiday.isProjected) return ` (${t('agenda.holiday.projected')})`
  return holiday.isChecked || holiday.kind === 'added' ? '' : ` (${t('agenda.holiday.unchecked')})`
}

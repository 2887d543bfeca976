import { cityOf, type Hours, onClock, zonesFor } from '../../platform/dates/index.ts'
import { dateFormatter, withFirst } from '../../platform/i18n/formatters.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

interface Asked {
  /** The countries of the clocks, in this order. */
  countries: readonly string[]
  hours: Hours
}

const dayMs = 86_400_000
const mostDays = 20_000
const dayTexts = new Map<string, Map<number, string>>()

/**
 * Hours on every side’s clock in plain words, a line for each, with the day on each: `ven. 7 juil. 2017, 17:00–00:00 (+1 j) Séoul`. By
 * arithmetic alone: feeds need it for ten thousand events.
 */
export function clockLines(reader: Reader, { countries, hours }: Asked): string[] {
  const { startsAt, endsAt, zone } = hours
  if (!startsAt) return []
  const zones = zonesFor(countries, zone)
  const first = Math.floor(onClock(startsAt, zones[0] ?? zone).getTime() / dayMs)
  return zones.map((each) => {
    const start = onClock(startsAt, each).getTime()
    const city = chooseName(cityOf(each), reader.language).text
    const until = endsAt ? untilWords(reader, { start, end: onClock(endsAt, each).getTime(), first }) : ''
    return `${dayText(reader, Math.floor(start / dayMs))}, ${timeText(start)}${until} ${city}`
  })
}

function untilWords(reader: Reader, { start, end, first }: { start: number; end: number; first: number }) {
  const [from, days] = [start, end].map((at) => Math.floor(at / dayMs) - first)
  return `–${timeText(end)}${days === from ? '' : shiftWords(reader, days ?? 0)}`
}

function shiftWords({ t }: Reader, days: number): string {
  return days === 0
    ? ''
    : ` (${t(days > 0 ? 'ui.clock.later' : 'ui.clock.earlier', { days: Math.abs(days) })})`
}

function timeText(ms: number): string {
  const minutes = Math.floor((ms - Math.floor(ms / dayMs) * dayMs) / 60_000)
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const twoDigits = (figure: number) => (figure < 10 ? `0${figure}` : String(figure))

function dayText({ interfaceLanguage }: Reader, day: number): string {
  const texts = dayTexts.get(interfaceLanguage) ?? new Map<number, string>()
  const known = texts.get(day)
  if (known !== undefined) return known
  if (texts.size >= mostDays) texts.clear()
  const text = withFirst(interfaceLanguage, dateFormatter(interfaceLanguage, dayShape).format(day * dayMs))
  dayTexts.set(interfaceLanguage, texts.set(day, text))
  return text
}

const dayShape = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
} as const

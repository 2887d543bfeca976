import { spanOf } from '../../dates/index.ts'
import type { CalendarTime } from '../calendar-event.ts'

/**
 * A property with a time, such as `DTSTART;TZID=Europe/Paris:20170707T100000`. In a series all times are on
 * the clock of their zone, also an hour that it shows twice: in UTC, the others would be at that hour of UTC.
 */
export function timeProperty(name: string, time: CalendarTime, isOfSeries = false): string {
  if (time.kind === 'day') return `${name};VALUE=DATE:${time.day.replaceAll('-', '')}`
  if (time.kind === 'floating') return `${name}:${basicTime(time.at)}`
  const local = time.zone === 'UTC' ? null : zonedValue(time.at, time.zone, isOfSeries)
  return local === null ? `${name}:${utcValue(time.at)}` : `${name};TZID=${time.zone}:${local}`
}

/** An instant in UTC: `20170707T080000Z`. */
export function utcValue(at: Date): string {
  const ms = at.getTime()
  if (ms !== last.ms) last = { ms, text: `${basic(ms)}Z` }
  return last.text
}

// Most events of a feed have the same stamp.
let last = { ms: Number.NaN, text: '' }

/** An instant on the clock of a zone: `20170707T100000`; null for an hour that it shows twice, which readers take differently. */
function zonedValue(at: Date, zone: string, isOfSeries: boolean): string | null {
  const ms = at.getTime()
  const span = spanOf(ms, zone)
  const isPlain = ms >= span.plainFrom && ms < span.plainUntil
  return isPlain || isOfSeries ? basic(ms + span.offset) : null
}

const basicTime = (iso: string) => iso.slice(0, 19).replaceAll(/[-:]/g, '')

const dayMs = 86_400_000
const mostDays = 20_000
const dayTexts = new Map<number, string>()
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

function basic(ms: number): string {
  const day = Math.floor(ms / dayMs)
  const seconds = Math.floor((ms - day * dayMs) / 1_000)
  const [hour, minute] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return `${dayText(day)}T${twoDigits[hour]}${twoDigits[minute]}${twoDigits[seconds % 60]}`
}

function dayText(day: number): string {
  const known = dayTexts.get(day)
  if (known !== undefined) return known
  if (dayTexts.size >= mostDays) dayTexts.clear()
  const text = new Date(day * dayMs).toISOString().slice(0, 10).replaceAll('-', '')
  dayTexts.set(day, text)
  return text
}

import { LRUCache } from 'lru-cache'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Holiday } from './holiday.ts'

/**
 * The days of a country that are unchecked, from the package date-holidays, both ends included; null if it does not know the country. It
 * does not say since when a day was known.
 */
export async function uncheckedDays(country: string, from: string, to: string): Promise<Holiday[] | null> {
  const days: Holiday[] = []
  const lastYear = Number(to.slice(0, 4))
  for (let year = Number(from.slice(0, 4)); year <= lastYear; year++) {
    const found = await daysOfYear(country, year)
    if (found === null) return null
    days.push(...found.filter(({ date }) => date >= from && date <= to))
  }
  return days
}

// A year takes up to 40 ms, most of it for the moon.
const years = new LRUCache<string, Holiday[]>({ max: 400 })

async function daysOfYear(country: string, year: number): Promise<Holiday[] | null> {
  const key = `${country} ${year}`
  const known = years.get(key)
  if (known) return known
  // Loaded on the first request for another country: it costs 0.2 s and some megabytes.
  const { default: Calendar } = await import('date-holidays')
  const calendar = new Calendar()
  if (!Object.hasOwn(calendar.getCountries(), country)) return null
  calendar.init(country)
  const named = ['fr', 'ko', 'en'].map((language) => namesOf(calendar.getHolidays(year, language)))
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, rule, name, substitute }): Holiday => {
      const [fr, ko, en] = named.map((names) => names.get(`${date} ${rule}`) ?? name)
      const names: LocalizedName = { fr: fr ?? name, ko: ko ?? name, en: en ?? name }
      return {
        country,
        date: date.slice(0, 10),
        name: names,
        kind: substitute ? 'substitute' : 'statutory',
        regions: null,
        isDayOff: true,
        knownOn: null,
        source: { title: 'date-holidays 3.37.0', url: 'https://github.com/commenthol/date-holidays' },
        isProjected: false,
        isChecked: false,
      }
    })
  years.set(key, days)
  return days
}

function namesOf(days: readonly { date: string; rule: string; name: string }[]): Map<string, string> {
  return new Map(days.map(({ date, rule, name }) => [`${date} ${rule}`, name]))
}

import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Substitution, YearlyDay } from './day-rules.ts'
import type { DaySource } from './holiday.ts'

/** A yearly day in its year. */
export interface DatedDay {
  date: Temporal.PlainDate
  rule: YearlyDay
}

export interface Substitute {
  date: string
  name: LocalizedName
  knownOn: string
  source: DaySource
}

/**
 * The substitutes for days that fall on a day free anyway, as known on a day: the next day that is neither a holiday nor of a weekend. Two
 * holidays on one day lose one day, and so are made up once.
 */
export function substitutesOf(days: readonly DatedDay[], knownOn: string): Substitute[] {
  const taken = new Set(days.map(({ date }) => date.toString()))
  const madeUp = new Set<string>()
  const found: Substitute[] = []
  for (const { date, rule } of days.toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date))) {
    const substitution = inForce(rule.substitution, date, knownOn)
    if (!substitution || madeUp.has(date.toString())) continue
    const others = days.filter((other) => other.rule !== rule && other.date.equals(date))
    if (!isLost(date, substitution) && !(others.length > 0 && !isWeekend(date))) continue
    const next = nextFree(date, taken)
    taken.add(next.toString())
    madeUp.add(date.toString())
    found.push({
      date: next.toString(),
      name: nameAfter(substitution.after),
      knownOn: [substitution.knownOn, rule.knownOn].toSorted().at(-1) ?? substitution.knownOn,
      source: substitution.source,
    })
  }
  return found
}

function inForce(
  substitution: Substitution | undefined,
  date: Temporal.PlainDate,
  knownOn: string,
): Substitution | null {
  if (!substitution || substitution.knownOn > knownOn) return null
  return date.toString() >= substitution.since ? substitution : null
}

function isLost(date: Temporal.PlainDate, { lostOn }: Substitution): boolean {
  return date.dayOfWeek === 7 || (lostOn === 'weekend' && date.dayOfWeek === 6)
}

function isWeekend({ dayOfWeek }: Temporal.PlainDate): boolean {
  return dayOfWeek > 5
}

function nextFree(date: Temporal.PlainDate, taken: ReadonlySet<string>): Temporal.PlainDate {
  const next = date.add({ days: 1 })
  return isWeekend(next) || taken.has(next.toString()) ? nextFree(next, taken) : next
}

function nameAfter({ fr, ko, en }: LocalizedName): LocalizedName {
  return {
    fr: `Jour de remplacement (${fr})`,
    ko: `대체공휴일(${ko})`,
    en: `Substitute holiday (${en})`,
  }
}

import { zoneOf } from '../../../platform/dates/index.ts'
import { type IssuePart, type ItemsPart, type PublishedIssue, shownParts } from '../issues/issue.ts'

/** Seasons as both sides count them: December to February, March to May, June to August, September to November. */
export const seasonNames = ['winter', 'spring', 'summer', 'autumn'] as const
export type SeasonName = (typeof seasonNames)[number]

export interface Season {
  /** First day, ISO: identifies the season. */
  first: string
  name: SeasonName
  /** `2026`, or `2026-2027` for a winter. */
  years: string
}

/** The season in which an ISO day lies. */
export function seasonOf(day: string): Season {
  const { year, month } = Temporal.PlainDate.from(day)
  const starts = month < 3 ? { year: year - 1, month: 12 } : { year, month: month - (month % 3) }
  const first = Temporal.PlainDate.from({ ...starts, day: 1 })
  const name = seasonNames[(first.month / 3) % 4] ?? 'winter'
  return {
    first: first.toString(),
    name,
    years: name === 'winter' ? `${first.year}-${first.year + 1}` : String(first.year),
  }
}

/** The season that ended last before an instant, on the clock of a country, with its first and last instants. */
export function lastSeason(
  at: Temporal.Instant,
  country: string,
): { season: Season; from: Temporal.Instant; until: Temporal.Instant } {
  const zone = zoneOf(country)
  const current = Temporal.PlainDate.from(
    seasonOf(at.toZonedDateTimeISO(zone).toPlainDate().toString()).first,
  )
  const first = current.subtract({ months: 3 })
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant()
  return { season: seasonOf(first.toString()), from: midnight(first), until: midnight(current) }
}

/**
 * Compiles the items of a season’s issues, newest issue first: each thing once, in its latest words, under the parts of the newest issue
 * that has them. Editors’ additions to an issue are left out.
 */
export function compileDigest(issues: readonly Pick<PublishedIssue, 'parts'>[]): IssuePart[] {
  const parts = new Map<string, ItemsPart>()
  const told = new Set<string>()
  for (const issue of issues)
    for (const part of shownParts(issue.parts)) {
      if (part.kind !== 'items') continue
      const items = part.items.filter(({ key }) => !told.has(key) && told.add(key))
      for (const key of items.flatMap(({ tells = [] }) => tells)) told.add(key)
      const known = parts.get(part.source)
      parts.set(part.source, { ...(known ?? part), items: [...(known?.items ?? []), ...items] })
    }
  return [...parts.values()].filter(({ items }) => items.length > 0)
}

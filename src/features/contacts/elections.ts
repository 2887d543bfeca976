import { zoneOf } from '../../platform/dates/index.ts'
import { localElections } from '../agenda/planning/index.ts'
import type { PostKind } from './legal.ts'

/** The local elections of all countries: `over` is the instant from which one knows who was elected, at the end of the day there. */
export const elections = localElections.map(({ country, date }) => ({
  country,
  day: date,
  over: Temporal.PlainDate.from(date)
    .add({ days: 1 })
    .toZonedDateTime(zoneOf(country))
    .toInstant()
    .toString(),
}))

/** The day of the last local election of a country if an elected post there was confirmed before it was over; else null. */
export function electionSince(
  { kind, organisation }: { kind: PostKind; organisation: { country: string } },
  confirmedAt: Date,
  now: Temporal.Instant,
): string | null {
  if (kind !== 'elected') return null
  const missed = elections
    .filter(({ country }) => country === organisation.country)
    .map(({ day, over }) => ({ day, over: Temporal.Instant.from(over).epochMilliseconds }))
    .filter(({ over }) => over <= now.epochMilliseconds && over > confirmedAt.getTime())
  return (
    missed
      .map(({ day }) => day)
      .toSorted()
      .at(-1) ?? null
  )
}

import { sql } from 'kysely'
import { scopeOf } from '../../../platform/activity/activity.ts'
import { QueryCache } from '../../../platform/activity/query-cache.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { checkedDays, isCheckedCountry } from './checked-days.ts'
import type { Holiday } from './holiday.ts'
import { uncheckedDays } from './other-countries.ts'

/** Days that a network added, as a whole. */
export interface AddedDays {
  id: string
  country: string
  from: string
  to: string
  name: LocalizedName
  closesOffices: boolean
  source: string
  knownOn: string
}

export interface HolidaysAsked {
  country: string
  /** ISO days, both included. */
  from: string
  to: string
  /** Days that became known later are left out. */
  knownOn: string
  /** Whose added days belong there too. */
  networkId: string | null
}

/** The holidays of a country in order, those of a network among them; null for a country of which no holiday is known. */
export async function lookUpHolidays(context: Context, visit: HolidaysAsked): Promise<Holiday[] | null> {
  const { country, from, to, knownOn, networkId } = visit
  const own = isCheckedCountry(country)
    ? checkedDays(country, from, to, knownOn)
    : await uncheckedDays(country, from, to)
  if (own === null || networkId === null) return own
  const added = await listAddedDays(context, networkId, visit)
  return [...own, ...added.flatMap((days) => eachDay(days, from, to))]
    .filter((holiday) => holiday.country === country)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** The days that a network had added and not withdrawn as known on a day, in order. */
export async function listAddedDays(
  context: Pick<Context, 'database'>,
  networkId: string,
  { from, to, knownOn }: Pick<HolidaysAsked, 'from' | 'to' | 'knownOn'>,
): Promise<AddedDays[]> {
  const all = await kept.find(context, [scopeOf(networkId)], JSON.stringify([networkId, knownOn]), () =>
    readAddedDays(context, networkId, knownOn),
  )
  return all.filter((days) => days.to >= from && days.from <= to)
}

// A network adds a few, and every month of a calendar needs them.
const kept = new QueryCache<readonly AddedDays[]>(200)

function readAddedDays(
  { database }: Pick<Context, 'database'>,
  networkId: string,
  knownOn: string,
): Promise<AddedDays[]> {
  return database
    .selectFrom('agenda_holiday')
    .select(['holiday_id as id', 'country', 'from_on as from', 'to_on as to', 'name', 'source'])
    .select(['closes_offices as closesOffices', 'known_on as knownOn'])
    .where('network_id', '=', networkId)
    .where('known_on', '<=', knownOn)
    .where(sql<boolean>`(withdrawn_on is null or withdrawn_on > ${knownOn})`)
    .orderBy('from_on')
    .orderBy('holiday_id')
    .execute()
}

function eachDay({ from: first, to: last, ...days }: AddedDays, from: string, to: string): Holiday[] {
  const start = first < from ? from : first
  const end = last > to ? to : last
  const length = Temporal.PlainDate.from(start).until(end, { largestUnit: 'days' }).days + 1
  return Array.from({ length }, (_, index) => ({
    country: days.country,
    date: Temporal.PlainDate.from(start).add({ days: index }).toString(),
    name: days.name,
    kind: 'added' as const,
    regions: null,
    isDayOff: days.closesOffices,
    knownOn: days.knownOn,
    source: { title: days.source, url: null },
    isProjected: false,
    isChecked: false,
  }))
}

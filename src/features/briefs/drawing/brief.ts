import type { Context } from '../../../platform/context/context.ts'
import { wallTime, zoneOf } from '../../../platform/dates/index.ts'
import { isCode } from '../../../platform/input/code.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import {
  commonSlots,
  lastLocalElection,
  lookUpHolidays,
  sideOf,
  usualHours,
} from '../../agenda/planning/index.ts'
import { isHeldOn, listMemberships, themes } from '../../networks/index.ts'
import { mainTiers } from '../../partners/index.ts'
import { type BriefDocument, lineOf } from '../items/document.ts'
import { type ItemState, stateOf } from '../items/item.ts'
import { listLines, listStatements } from '../items/queries.ts'
import { itemKinds } from '../items/skeleton.ts'
import { countAuthorities, listGroupThemes, listPublicDesks } from './queries.ts'
import type { Brief, BriefItem, Figures } from './schema.ts'

/** How many items there are in each state. */
export function countStates({ items }: Pick<Brief, 'items'>): Record<ItemState | 'items', number> {
  const counts = { items: items.length, known: 0, unverified: 0, stale: 0, missing: 0 }
  for (const { state } of items) counts[state]++
  return counts
}

/** The items that are missing, that nobody has checked, or that are out of date. */
export function openItemsOf({ items }: Pick<Brief, 'items'>): BriefItem[] {
  return items.filter(({ state }) => state !== 'known')
}

/**
 * Finds what is known of a country on the context’s day. With a document, its words take the place of those in the database: how a change
 * would look.
 */
export async function findBrief(
  context: Context,
  network: RecordNetwork,
  country: string,
  instead?: BriefDocument,
): Promise<Brief> {
  const { today } = context
  const [stored, lines, figures, bodies] = await Promise.all([
    listStatements(context, country),
    listLines(context, network.id, country),
    findFigures(context, network, country),
    listBodies(context, network.id, country),
  ])
  const lastElection = lastLocalElection(country, today)
  const items = itemKinds.map((kind): BriefItem => {
    const { key, section } = kind
    const document = instead?.items[key]
    const said = instead ? document && { knownOn: today, ...document } : stored.get(key)
    const state = stateOf(kind, said ?? null, { today, lastElection })
    const line = instead ? lineOf(instead, network.id, key) : (lines.get(key) ?? {})
    return { key, section, state, statement: state === 'missing' ? null : (said ?? null), line }
  })
  const desks = await listPublicDesks(
    context,
    network.id,
    bodies.map(({ organisationId }) => organisationId),
  )
  return { country, day: today, items, figures, desks, owner: bodies[0]?.name ?? null }
}

const deskRoles = ['secretariat', 'mirror', 'chair', 'ministry', 'embassy']

/** The bodies of a side that answer for it in a group on the context’s day, its secretariat first. */
export async function listBodies(context: Context, networkId: string, country: string) {
  const memberships = await listMemberships(context, networkId)
  return memberships
    .filter(
      (each) => each.country === country && deskRoles.includes(each.role) && isHeldOn(each, context.today),
    )
    .toSorted((a, b) => deskRoles.indexOf(a.role) - deskRoles.indexOf(b.role))
}

async function findFigures(context: Context, network: RecordNetwork, country: string): Promise<Figures> {
  const { today } = context
  const until = Temporal.PlainDate.from(today).add({ years: 1 }).subtract({ days: 1 }).toString()
  const [counts, found, holidays] = await Promise.all([
    countAuthorities(context, country),
    listGroupThemes(context, network.id),
    lookUpHolidays(context, { country, from: today, to: until, knownOn: today, networkId: null }),
  ])
  return {
    counts,
    themes: found.flatMap((theme) => {
      const tiers = isCode(themes, theme) ? mainTiers(theme, country) : []
      return tiers.length > 0 ? [{ theme, tiers }] : []
    }),
    holidays: (holidays ?? [])
      .filter(({ isDayOff, regions }) => isDayOff && regions === null)
      .map(({ date, name }) => ({ date, name })),
    hours: network.countries
      .filter((other) => other !== country)
      .flatMap((other) => hoursWith(country, other, today)),
  }
}

/** Clocks differ by the season: a Wednesday of winter and one of summer of the year, without holidays. */
function hoursWith(country: string, other: string, today: string): Figures['hours'] {
  const { year } = Temporal.PlainDate.from(today)
  const offices = [country, other].map((each) => ({
    side: sideOf(each, []),
    zone: zoneOf(each),
    hours: usualHours,
  }))
  return [1, 7].flatMap((month) => {
    const middle = Temporal.PlainDate.from({ year, month, day: 15 })
    const on = middle.add({ days: 3 - middle.dayOfWeek }).toString()
    const [shared] = commonSlots(offices, on, on)
    if (!shared) return []
    const clock = (zone: string) =>
      [shared.start, shared.end].map((at) => wallTime(new Date(at.epochMilliseconds), zone).time).join('–')
    return [{ on, country: other, here: clock(zoneOf(country)), there: clock(zoneOf(other)) }]
  })
}

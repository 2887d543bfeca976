import type { Context } from '../../../platform/context/context.ts'
import { wallTime, zoneOf } from '../../../platform/dates/index.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
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
import { mainTiers, type Tier } from '../../partners/index.ts'
import { type BriefDocument, lineOf } from '../items/document.ts'
import { type ItemState, itemStates, type Statement, stateOf } from '../items/item.ts'
import { listLines, listStatements } from '../items/queries.ts'
import { type ItemKey, itemKinds, type SectionKey } from '../items/skeleton.ts'
import {
  type AuthorityCount,
  countAuthorities,
  type Desk,
  listGroupThemes,
  listPublicDesks,
} from './queries.ts'

/** What the program computes beside the words of an item, for the day; a list is empty where it cannot say. */
export interface Figures {
  counts: AuthorityCount[]
  themes: { theme: string; tiers: Tier[] }[]
  holidays: { date: string; name: LocalizedName }[]
  /** On an ISO day of winter and one of summer: the hours that both sides are at work, by the clock of the brief’s country and of the other. */
  hours: { on: string; country: string; here: string; there: string }[]
}

export interface BriefItem {
  key: ItemKey
  section: SectionKey
  state: ItemState
  statement: Statement | null
  /** What the group says beside. */
  line: LocalizedText
}

/** The brief of a country for a group on a day, in all its languages: what pages draw and editions freeze. It names no person. */
export interface Brief {
  /** ISO 3166-1 alpha-2. */
  country: string
  /** ISO day. */
  day: string
  items: BriefItem[]
  figures: Figures
  desks: Desk[]
  /** Who is asked for what is missing: the secretariat of that side, or another of its bodies in the group. */
  owner: LocalizedName | null
}

/** How many items there are in each state. */
export function countStates({ items }: Pick<Brief, 'items'>): Record<ItemState | 'items', number> {
  const count = (state: ItemState) => items.filter((item) => item.state === state).length
  const [known, unverified, stale, missing] = itemStates.map(count)
  return {
    items: items.length,
    known: known ?? 0,
    unverified: unverified ?? 0,
    stale: stale ?? 0,
    missing: missing ?? 0,
  }
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
    const statement = instead
      ? document
        ? { knownOn: today, ...document }
        : null
      : (stored.get(key) ?? null)
    const line = instead ? lineOf(instead, network.id, key) : (lines.get(key) ?? {})
    const state = stateOf(kind, statement, { today, lastElection })
    return { key, section, state, statement: state === 'missing' ? null : withoutId(statement), line }
  })
  const desks = await listPublicDesks(
    context,
    network.id,
    bodies.map(({ organisationId }) => organisationId),
  )
  return { country, day: today, items, figures, desks, owner: bodies[0]?.name ?? null }
}

function withoutId(statement: Statement | null): Statement | null {
  if (statement === null) return null
  const {
    text,
    source,
    sourceLanguage,
    sourceUrl,
    passage,
    asOf,
    validUntil,
    checkedOn,
    checkedBy,
    knownOn,
  } = statement
  return { text, source, sourceLanguage, sourceUrl, passage, asOf, validUntil, checkedOn, checkedBy, knownOn }
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

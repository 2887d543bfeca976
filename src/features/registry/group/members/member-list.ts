import { daysOf, type Membership, type Period } from '../../../networks/index.ts'

/** The roles that coordinators keep; the chair passes on a page of its own. */
export const keptRoles = ['member', 'secretariat', 'embassy', 'ministry', 'mirror', 'observer'] as const
export const roles = ['chair', ...keptRoles] as const

/** One role of an organisation; `ofId` names the body within which it is held, such as the mirror group. */
export interface Entry extends Period {
  /** Null until it is written. */
  id: string | null
  organisationId: string
  role: string
  ofId: string | null
}

/** The writes that turn one list into another. */
export interface Plan {
  added: Entry[]
  changed: { id: string; period: Partial<Period> }[]
  /** Written by mistake, or not begun before the day itself. */
  takenBack: string[]
}

export function entryOf({ id, organisationId, role, ofId, heldFrom, heldUntil }: Membership): Entry {
  return { id, organisationId, role, ofId, from: heldFrom, until: heldUntil }
}

/** Turns one list into another: omitted entries end on the day, unless they were mistakes; ended ones, and the chair, stay. */
export function planMembers(
  before: readonly Entry[],
  wanted: readonly Entry[],
  today: string,
  isMistake: boolean,
): Plan {
  const known = new Map(before.map((entry) => [entry.id, entry]))
  const kept = new Set(wanted.map(({ id }) => id))
  const left = before.filter(
    (entry) => !kept.has(entry.id) && !isChair(entry) && (isMistake || !hasEnded(entry, today)),
  )
  const goes = (entry: Entry) => isMistake || (daysOf(entry).startsOn ?? '') >= today
  const periods = wanted.map((entry) => ({ entry, was: known.get(entry.id) }))
  return {
    added: wanted.filter(({ id }) => id === null),
    changed: [
      ...periods.flatMap(({ entry, was }) => (was && entry.id ? changeOf(entry.id, was, entry) : [])),
      ...left.flatMap((entry) =>
        entry.id && !goes(entry) ? [{ id: entry.id, period: { until: today } }] : [],
      ),
    ],
    takenBack: left.flatMap((entry) => (entry.id && goes(entry) ? [entry.id] : [])),
  }
}

/** The differences between two periods of an entry, or nothing. */
export function changeOf(id: string, was: Period, is: Period): Plan['changed'] {
  const period = {
    ...(was.from === is.from ? {} : { from: is.from }),
    ...(was.until === is.until ? {} : { until: is.until }),
  }
  return Object.keys(period).length === 0 ? [] : [{ id, period }]
}

export const isChair = ({ role, ofId }: Entry) => role === 'chair' && ofId === null
export const isSameRole = (one: Entry, other: Entry) =>
  one.organisationId === other.organisationId && one.role === other.role && one.ofId === other.ofId
/** Whether its last day is the one given, or past. */
export function hasEnded(entry: Entry, today: string): boolean {
  const { endsOn } = daysOf(entry)
  return endsOn !== null && endsOn <= today
}

/** The organisations that are members beyond a day. */
export const membersOf = (entries: readonly Entry[], today: string) =>
  new Set(
    entries
      .filter((entry) => entry.role === 'member' && entry.ofId === null && !hasEnded(entry, today))
      .map(({ organisationId }) => organisationId),
  )

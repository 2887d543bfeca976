import { daysOf } from '../../../networks/index.ts'
import { type Entry, hasEnded } from '../members/member-list.ts'

interface Holders {
  role: string
  /** The organisations that hold it from then on. */
  ids: ReadonlySet<string>
  from: string
  /** Whether the day was given; otherwise it is today. */
  isSaid: boolean
  today: string
}

/**
 * The list after a role has passed to some organisations: former holders held it until the day before; if that is before their first day,
 * they never had it.
 */
export function holdersFrom({ role, ids, from, isSaid, today }: Holders): (before: Entry[]) => Entry[] {
  const first = daysOf({ from, until: null }).startsOn ?? from
  const eve = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString()
  return (before) => {
    const holds = (entry: Entry) => entry.role === role && entry.ofId === null && !hasEnded(entry, today)
    const kept = before.flatMap((entry) => {
      const { startsOn, endsOn } = daysOf(entry)
      if (!holds(entry) || (endsOn !== null && endsOn <= eve)) return [entry]
      if (ids.has(entry.organisationId)) return [entry.from === null && isSaid ? { ...entry, from } : entry]
      // A role that was to begin on that day or later never begins.
      return (startsOn ?? '') >= first ? [] : [{ ...entry, until: eve }]
    })
    const there = new Set(before.filter(holds).map(({ organisationId }) => organisationId))
    const added = [...ids].filter((id) => !there.has(id))
    return [
      ...kept,
      ...added.map((organisationId) => ({ id: null, organisationId, role, ofId: null, from, until: null })),
    ]
  }
}

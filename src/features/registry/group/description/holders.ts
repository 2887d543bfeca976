import { daysOf } from '../../../networks/index.ts'
import { type Entry, hasEnded } from '../members/member-list.ts'

interface Holders {
  role: string
  /** The organisations that hold it from then on. */
  ids: ReadonlySet<string>
  from: string
  today: string
}

/** The list after a role has passed to some organisations: those that hold it no more did so until the day before. */
export function holdersFrom({ role, ids, from, today }: Holders): (before: Entry[]) => Entry[] {
  const first = daysOf({ from, until: null }).startsOn ?? from
  const eve = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString()
  return (before) => {
    const holds = (entry: Entry) => entry.role === role && entry.ofId === null && !hasEnded(entry, today)
    const kept = before.flatMap((entry) => {
      if (!holds(entry) || ids.has(entry.organisationId)) return [entry]
      // Who was to begin on that day or later never does.
      return (daysOf(entry).startsOn ?? '') >= first ? [] : [{ ...entry, until: eve }]
    })
    const there = new Set(before.filter(holds).map(({ organisationId }) => organisationId))
    const added = [...ids].filter((id) => !there.has(id))
    return [
      ...kept,
      ...added.map((organisationId) => ({ id: null, organisationId, role, ofId: null, from, until: null })),
    ]
  }
}

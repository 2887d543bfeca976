import type { NetworkPart } from '../../../platform/http/network-part.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { eventEntries } from '../events/list/event-entries.tsx'
import { mayWatchDebriefs } from '../policy.ts'
import { listOverdueDebriefs } from './debriefs.queries.ts'

const mostShown = 20

/** The missions with an overdue debrief, on the page about the group for its coordinators. */
export const overdueDebriefs: NetworkPart = {
  place: 'group.watch',
  render: async ({ context, reader, network }) => {
    if (!mayWatchDebriefs(context.actor, network.id)) return null
    const overdue = await listOverdueDebriefs(context, network.id, mostShown)
    return overdue.length === 0 ? null : (
      <EntryList
        entries={eventEntries(reader, network, { events: overdue, assessments: new Map(), isNarrow: true })}
      />
    )
  },
}

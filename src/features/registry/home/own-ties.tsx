import { organisationsOf } from '../../../platform/context/actor.ts'
import type { NetworkPart } from '../../../platform/http/network-part.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import { listCooperationsOf } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { tieLine } from '../tie.ts'

// Who speaks for more has the list of organisations.
const mostOrganisations = 5

/** The ties of the organisations for which the reader speaks. */
export const ownTies: NetworkPart = {
  place: 'toDo.own',
  render: async ({ context, reader, network }) => {
    const own = organisationsOf(context.actor, network.id, ['member', 'contributor'])
    const ties = []
    for (const id of own.slice(0, mostOrganisations))
      ties.push(...(await listCooperationsOf(context, network.id, id)))
    const once = [...new Map(ties.map((tie) => [tie.slug, tie])).values()]
    return once.length === 0 ? null : (
      <EntryList
        entries={once.map((tie) => ({
          key: tie.slug,
          title: (
            <TieLine
              {...tieLine(reader, network, tie)}
              size="inline"
              href={paths.cooperation(reader, network.slug, tie.slug)}
            />
          ),
        }))}
      />
    )
  },
}

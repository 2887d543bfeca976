import type { NetworkPart } from '../../../platform/http/network-part.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { mayAdvise, mayReadAmongMembers } from '../policy.ts'
import { ageWords } from './ageing.ts'
import { TitleLink } from './list/expectation-table.tsx'
import { listLate } from './list/queries.ts'

const mostShown = 5

/** Late expectations, on the page about the group: for the people concerned, and for its secretariat. */
export const lateExpectations: NetworkPart = {
  place: 'group.watch',
  render: async ({ context, reader, network }) => {
    if (!mayReadAmongMembers(context.actor, network.id)) return null
    const whose = mayAdvise(context.actor, network.id) ? 'all' : 'own'
    const late = await listLate(context, network.id, whose, mostShown)
    return late.length === 0 ? null : (
      <EntryList
        entries={late.map((each) => ({
          key: each.id,
          title: <TitleLink network={network.slug} expectation={each} />,
          meta: ageWords(reader, each, reader.today),
        }))}
      />
    )
  },
}

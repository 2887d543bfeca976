import { sql } from 'kysely'
import type { NetworkPart } from '../../../../../platform/http/network-part.ts'
import { EntryList } from '../../../../../ui/blocks/entry-list.tsx'
import { mayAdvise } from '../../../policy.ts'
import { ageWords } from '../../age-words.ts'
import { listLate } from '../../list/queries.ts'
import { TitleLink } from '../../list/views/expectation-table.tsx'
import { selectConcerned } from '../../sight/queries.ts'

const mostShown = 5

/** What is expected and late, on the first page of a network: for those whom it concerns, and whoever looks after the network. */
export const lateExpectations: NetworkPart = {
  place: 'home.watch',
  draw: async ({ context, reader, network }) => {
    if (context.actor.kind === 'anonymous') return null
    const isAdviser = mayAdvise(context.actor, network.id)
    const condition = isAdviser ? sql`true` : selectConcerned(context.actor)
    const late = await listLate(context, network.id, condition, mostShown)
    return late.length === 0 ? null : (
      <EntryList
        entries={late.map((each) => ({
          key: each.id,
          title: <TitleLink reader={reader} network={network.slug} expectation={each} />,
          meta: ageWords(reader, each, reader.today),
        }))}
      />
    )
  },
}

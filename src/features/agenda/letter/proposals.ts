import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { eventItem } from './event-item.ts'
import { selectProposals } from './queries.ts'
import { countMore, listToldEvents } from './told.queries.ts'

/** What other bodies proposed, under the credit that they wish. */
export const proposals: LetterSource = {
  key: 'agenda.proposals',
  place: 'ahead',
  title: 'agenda.letter.proposals',
  gather: async (ground) =>
    (await listToldEvents(ground, selectProposals(ground))).map((told) => eventItem(ground, told)),
  leftOut: (ground, told) => countMore(ground, told, { ...selectProposals(ground), path: '/agenda' }),
}

import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { eventItem } from './event-item.ts'
import { listProposed } from './queries.ts'

/** What other bodies proposed, under the credit that they wish. */
export const proposals: LetterSource = {
  key: 'agenda.proposals',
  place: 'ahead',
  title: 'agenda.letter.proposals',
  gather: async (ground) => (await listProposed(ground)).map((told) => eventItem(ground, told)),
}

import { sql } from 'kysely'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { eventItem } from './event-item.ts'
import { listToldEvents, selectNext, selectProposed } from './queries.ts'

/** What other bodies proposed and was published since the letter before, under the credit that they wish. */
export const proposals: LetterSource = {
  key: 'agenda.proposals',
  title: 'agenda.letter.proposals',
  gather: async (ground) => {
    const { today } = ground.context
    const told = await listToldEvents(ground, {
      condition: selectProposed(spanOfLetter(ground), today),
      order: sql`${selectNext(today)} nulls last, e.ends_on, e.event_id`,
    })
    return told.map((each) => eventItem(ground, each))
  },
}

import { sql } from 'kysely'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { selectCommitmentsOpen } from '../commitments/state/queries.ts'
import { eventItem } from './event-item.ts'
import { listToldEvents } from './queries.ts'

/** Events that need authorities to commit themselves, the first to be decided in front. */
export const commitmentsOpen: LetterSource = {
  key: 'agenda.commitmentsOpen',
  title: 'agenda.letter.commitmentsOpen',
  gather: async (ground) => {
    const told = await listToldEvents(ground, {
      condition: selectCommitmentsOpen(ground.context.today),
      order: sql`(select mass.until from agenda_critical_mass mass where mass.event_id = e.event_id), e.event_id`,
    })
    return told.map((each) => {
      const closesOn = each.event.commitments?.closesOn
      return eventItem(ground, each, {
        first: (reader) =>
          closesOn === undefined
            ? []
            : [reader.t('agenda.letter.commitUntil', { until: dayWords(reader, closesOn) })],
      })
    })
  },
}

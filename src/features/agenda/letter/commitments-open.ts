import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { eventItem } from './event-item.ts'
import { selectCommittable } from './queries.ts'
import { countMore, listToldEvents } from './told.queries.ts'

/** Events that need authorities to commit themselves. */
export const commitmentsOpen: LetterSource = {
  key: 'agenda.commitmentsOpen',
  place: 'ahead',
  title: 'agenda.letter.commitmentsOpen',
  gather: async (ground) =>
    (await listToldEvents(ground, selectCommittable(ground))).map((told) => {
      const closesOn = told.event.commitments?.closesOn
      return eventItem(ground, told, {
        first: (reader) =>
          closesOn === undefined
            ? []
            : [reader.t('agenda.letter.commitUntil', { until: dayWords(reader, closesOn) })],
      })
    }),
  leftOut: (ground, told) =>
    countMore(ground, told, { ...selectCommittable(ground), path: '/agenda?commitments=open' }),
}

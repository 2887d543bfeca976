import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
import { eventItem } from './event-item.ts'
import { selectComingUp } from './queries.ts'
import { countMore, listToldEvents, type ToldEvent } from './told.queries.ts'

/** What comes up, in the order of its days, what was moved or called off among it. */
export const comingUp: LetterSource = {
  key: 'agenda.comingUp',
  place: 'ahead',
  title: 'agenda.letter.comingUp',
  gather: async (ground) => {
    const dated = (await listToldEvents(ground, selectComingUp(ground))).map((told) => ({
      told,
      day: dayOf(told, ground.context.today),
    }))
    return dated
      .toSorted((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1))
      .map(({ told }) => eventItem(ground, told))
  },
  leftOut: (ground, told) => countMore(ground, told, { ...selectComingUp(ground), path: '/agenda' }),
}

// What nobody has dated stands at the end.
function dayOf({ event }: ToldEvent, today: string): string {
  const { startsOn, endsOn } = shownOccurrence(event, today)
  return `${startsOn ?? '~'} ${endsOn ?? '~'}`
}

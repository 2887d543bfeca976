import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { eventItem } from './event-item.ts'
import { listOver } from './queries.ts'
import type { ToldEvent } from './told/queries.ts'

/** What is over, with what its debrief says where there is one. */
export const backFrom: LetterSource = {
  key: 'agenda.backFrom',
  place: 'behind',
  title: 'agenda.letter.backFrom',
  gather: async (ground) =>
    (await listOver(ground)).map((told) => {
      const debrief = debriefOf(told)
      return eventItem(ground, told, debrief ? { text: debrief } : {})
    }),
}

function debriefOf({ event, account, outcome }: ToldEvent) {
  if (!event.debrief?.writtenAt) return null
  return [account, outcome].find((text) => Object.keys(text).length > 0) ?? null
}

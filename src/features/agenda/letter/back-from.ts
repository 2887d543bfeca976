import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { eventItem } from './event-item.ts'
import { selectBackFrom, selectUnconfirmed } from './queries.ts'
import { countMore, countToldEvents, listToldEvents, type ToldEvent } from './told.queries.ts'

/** What took place, with what its debrief says where there is one. */
export const backFrom: LetterSource = {
  key: 'agenda.backFrom',
  place: 'behind',
  title: 'agenda.letter.backFrom',
  gather: async (ground) =>
    (await listToldEvents(ground, selectBackFrom(ground))).map((told) => {
      const debrief = debriefOf(told)
      return eventItem(ground, told, debrief ? { text: debrief } : {})
    }),
  leftOut: async (ground, told) => {
    const path = '/agenda?when=past'
    const count = await countToldEvents(ground, selectUnconfirmed(ground))
    return [
      ...(await countMore(ground, told, { ...selectBackFrom(ground), path })),
      ...(count > 0 ? [{ kind: 'unconfirmed' as const, count, path: `${path}&status=planned` }] : []),
    ]
  },
}

function debriefOf({ event, account, outcome }: ToldEvent) {
  if (!event.debrief?.writtenAt) return null
  return [account, outcome].find((text) => Object.keys(text).length > 0) ?? null
}

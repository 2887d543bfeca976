import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import { eventItem } from './event-item.ts'
import { selectWithSeats } from './queries.ts'
import { findOpenSeats, type SeatsTold } from './seats.queries.ts'
import { countMore, listToldEvents } from './told.queries.ts'

/** Missions that others may still join: how many seats are left, where, until when. */
export const seatsOpen: LetterSource = {
  key: 'agenda.seatsOpen',
  place: 'ahead',
  title: 'agenda.letter.seatsOpen',
  gather: async (ground) => {
    const told = await listToldEvents(ground, selectWithSeats(ground))
    const seats = await findOpenSeats(
      ground,
      told.map(({ event }) => event.id),
    )
    return told.map((each) =>
      eventItem(ground, each, {
        first: (reader) => (seats.get(each.event.id) ?? []).map((offer) => seatsLine(reader, offer)),
      }),
    )
  },
  leftOut: (ground, told) =>
    countMore(ground, told, { ...selectWithSeats(ground), path: '/agenda?seats=open' }),
}

function seatsLine(reader: Reader, { left, until, place, name, shortName }: SeatsTold): string {
  const words =
    name && shortName
      ? chooseName(shortNames({ name, shortName }), reader.language).text
      : chooseText(place ?? {}, reader.language)?.text
  const told = { count: left, until: dayWords(reader, until) }
  return words === undefined
    ? reader.t('agenda.letter.seats', told)
    : reader.t('agenda.letter.seatsAt', { ...told, place: words })
}

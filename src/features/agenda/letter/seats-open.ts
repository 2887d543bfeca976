import { sql } from 'kysely'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import { selectSeatsOpen } from '../missions/state/queries.ts'
import { eventItem } from './event-item.ts'
import { findOpenSeats, listToldEvents, type SeatsTold } from './queries.ts'

/** Missions that others may still join, the first to close in front. */
export const seatsOpen: LetterSource = {
  key: 'agenda.seatsOpen',
  title: 'agenda.letter.seatsOpen',
  gather: async (ground) => {
    const { today } = ground.context
    const told = await listToldEvents(ground, {
      condition: selectSeatsOpen(today),
      order: sql`(select min(offer.until) from agenda_mission_seats offer
        where offer.event_id = e.event_id and offer.until >= ${today}::date), e.starts_on nulls last, e.event_id`,
    })
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

import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
import { eventItem } from './event-item.ts'
import {
  findOpenSeats,
  type SeatsTold,
  selectBackFrom,
  selectComingUp,
  selectCommittable,
  selectProposals,
  selectUnconfirmed,
  selectWithSeats,
} from './queries.ts'
import { countMore, countToldEvents, listToldEvents, type ToldEvent } from './told.queries.ts'

/** Missions that others may still join: how many seats are left, where, until when. */
const seatsOpen: LetterSource = {
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

/** What took place, with what its debrief says where there is one. */
const backFrom: LetterSource = {
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

/** What comes up, in the order of its days, what was moved or called off among it. */
const comingUp: LetterSource = {
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

// Events without a date come last.
function dayOf({ event }: ToldEvent, today: string): string {
  const { startsOn, endsOn } = shownOccurrence(event, today)
  return `${startsOn ?? '~'} ${endsOn ?? '~'}`
}

/** Events that need authorities to commit themselves. */
const commitmentsOpen: LetterSource = {
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

/** What other bodies proposed, under the credit that they wish. */
const proposals: LetterSource = {
  key: 'agenda.proposals',
  place: 'ahead',
  title: 'agenda.letter.proposals',
  gather: async (ground) =>
    (await listToldEvents(ground, selectProposals(ground))).map((told) => eventItem(ground, told)),
  leftOut: (ground, told) => countMore(ground, told, { ...selectProposals(ground), path: '/agenda' }),
}

/** What the agenda offers to a letter, in the order in which it is read. */
export const agendaLetterSources: readonly LetterSource[] = [
  comingUp,
  seatsOpen,
  commitmentsOpen,
  backFrom,
  proposals,
]

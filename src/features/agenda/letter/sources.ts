import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { sentences } from '../../../platform/i18n/sentences.ts'
import { inEachLanguage, wordsInEachLanguage } from '../../../platform/letters/letter-reader.ts'
import type { LetterContext, LetterItem, LetterSource } from '../../../platform/letters/letter-source.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { shortNames } from '../../directory/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { hostsLine, placeOf, seriesLines, statusLines, whenLines } from '../feeds/feed-event.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
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
  gather: async (letterContext) => {
    const told = await listToldEvents(letterContext, selectWithSeats(letterContext))
    const seats = await findOpenSeats(
      letterContext,
      told.map(({ event }) => event.id),
    )
    return told.map((each) =>
      eventItem(letterContext, each, {
        first: (reader) => (seats.get(each.event.id) ?? []).map((offer) => seatsLine(reader, offer)),
      }),
    )
  },
  leftOut: (letterContext, told) =>
    countMore(letterContext, told, { ...selectWithSeats(letterContext), path: '/agenda?seats=open' }),
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
  gather: async (letterContext) =>
    (await listToldEvents(letterContext, selectBackFrom(letterContext))).map((told) => {
      const debrief = debriefOf(told)
      return eventItem(letterContext, told, debrief ? { text: debrief } : {})
    }),
  leftOut: async (letterContext, told) => {
    const path = '/agenda?when=past'
    const count = await countToldEvents(letterContext, selectUnconfirmed(letterContext))
    return [
      ...(await countMore(letterContext, told, { ...selectBackFrom(letterContext), path })),
      ...(count > 0 ? [{ kind: 'unconfirmed' as const, count, path: `${path}&status=planned` }] : []),
    ]
  },
}

function debriefOf({ event, account, outcome }: ToldEvent) {
  if (!event.debrief?.writtenAt) return null
  return [account, outcome].find((text) => Object.keys(text).length > 0) ?? null
}

/** Coming events in the order of their days, moved and cancelled ones included. */
const comingUp: LetterSource = {
  key: 'agenda.comingUp',
  place: 'ahead',
  title: 'agenda.letter.comingUp',
  gather: async (letterContext) => {
    const dated = (await listToldEvents(letterContext, selectComingUp(letterContext))).map((told) => ({
      told,
      day: dayOf(told, letterContext.context.today),
    }))
    return dated
      .toSorted((one, other) => (one.day === other.day ? 0 : one.day < other.day ? -1 : 1))
      .map(({ told }) => eventItem(letterContext, told))
  },
  leftOut: (letterContext, told) =>
    countMore(letterContext, told, { ...selectComingUp(letterContext), path: '/agenda' }),
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
  gather: async (letterContext) =>
    (await listToldEvents(letterContext, selectCommittable(letterContext))).map((told) => {
      const closesOn = told.event.commitments?.closesOn
      return eventItem(letterContext, told, {
        first: (reader) =>
          closesOn === undefined
            ? []
            : [reader.t('agenda.letter.commitUntil', { until: dayWords(reader, closesOn) })],
      })
    }),
  leftOut: (letterContext, told) =>
    countMore(letterContext, told, { ...selectCommittable(letterContext), path: '/agenda?commitments=open' }),
}

/** What other bodies proposed, under the credit that they wish. */
const proposals: LetterSource = {
  key: 'agenda.proposals',
  place: 'ahead',
  title: 'agenda.letter.proposals',
  gather: async (letterContext) =>
    (await listToldEvents(letterContext, selectProposals(letterContext))).map((told) =>
      eventItem(letterContext, told),
    ),
  leftOut: (letterContext, told) =>
    countMore(letterContext, told, { ...selectProposals(letterContext), path: '/agenda' }),
}

/** What the agenda offers to a letter, in the order in which it is read. */
export const agendaLetterSources: readonly LetterSource[] = [
  comingUp,
  seatsOpen,
  commitmentsOpen,
  backFrom,
  proposals,
]

const mostNamed = 5
const mostSentences = 2

interface Told {
  /** Precedes everything else. */
  first?: (reader: Reader) => string[]
  text?: LocalizedText
}

/** An event in a letter: when on every side’s clock, what has changed, where, with which partners. */
function eventItem(letterContext: LetterContext, told: ToldEvent, { first, text }: Told = {}): LetterItem {
  const { event, tieThemes, partyIds } = told
  const { network } = letterContext
  const facts = (reader: Reader) => [
    ...(first?.(reader) ?? []),
    ...seriesLines({ reader, network }, event, 0),
    ...whenLines({ reader, network }, shownOccurrence(event, reader.today)),
    ...statusLines({ reader, network }, event),
    ...lineOf([placeOf({ reader }, event)]),
    ...lineOf([hostsLine({ reader }, event), partnersLine(reader, event)]),
  ]
  return {
    key: `event:${event.id}`,
    title: titleIn(letterContext, event),
    text: inBrief(text ?? event.summary),
    facts: inEachLanguage(letterContext, facts),
    credit: event.credit,
    path: `/agenda/${event.slug}`,
    themes: event.themes.length > 0 ? event.themes : tieThemes,
    organisationIds: [...new Set([...event.organisations.map(({ id }) => id), ...partyIds])],
  }
}

// The known ones of some words, in one line.
function lineOf(words: (string | null)[]): string[] {
  const known = words.filter((each) => each !== null)
  return known.length === 0 ? [] : [known.join(' · ')]
}

function titleIn(letterContext: LetterContext, { title, kind, state }: AgendaEvent): LocalizedText {
  if (Object.keys(title).length === 0)
    return wordsInEachLanguage(letterContext, ({ t }) => t(`agenda.eventKind.${kind}`))
  if (state !== 'cancelled') return title
  const calledOff = { ...title }
  for (const language of interfaceLanguages) {
    const own = title[language]
    if (own)
      calledOff[language] = {
        ...own,
        text: letterContext.translate(language)('agenda.feed.cancelled', { title: own.text }),
      }
  }
  return calledOff
}

// Participants other than the holders; the proposer is named in the credit.
function partnersLine(reader: Reader, { organisations }: AgendaEvent): string | null {
  const partners = organisations.filter(({ role }) => !['host', 'co_organiser', 'proposer'].includes(role))
  if (partners.length === 0) return null
  const names = [...new Set(partners.map((each) => chooseName(shortNames(each), reader.language).text))]
  const shown = names.slice(0, mostNamed).join(', ')
  const more = names.length - mostNamed
  return more > 0
    ? reader.t('agenda.letter.withMore', { names: shown, count: more })
    : reader.t('agenda.letter.with', { names: shown })
}

// The account of a mission may be pages long.
function inBrief(text: LocalizedText): LocalizedText {
  return Object.fromEntries(
    Object.entries(text).map(([language, passage]) => {
      const end = sentences(passage.text).at(mostSentences - 1)?.end
      return [language, end === undefined ? passage : { ...passage, text: passage.text.slice(0, end) }]
    }),
  )
}

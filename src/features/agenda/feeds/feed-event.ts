import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName, chooseText, currentText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { clockLines } from '../../../ui/text/clock-text.ts'
import { shortNames } from '../../directory/index.ts'
import type { AgendaEvent, EventOrganisation } from '../events/summary.queries.ts'
import { eventDateWords, formerDateWords, untilWords } from '../events/views/event-date.tsx'
import { comingOccurrences } from '../recurrence/coming.ts'
import { seriesOf } from '../recurrence/occurrence.ts'
import { ruleWords } from '../recurrence/rule-words.ts'
import { toldDate } from './told-date.ts'

type Named = Pick<EventOrganisation, 'name' | 'shortName'>

/** What feeds contain of an event. */
export interface FeedEvent
  extends Pick<
    AgendaEvent,
    | 'id'
    | 'slug'
    | 'kind'
    | 'title'
    | 'summary'
    | 'happens'
    | 'words'
    | 'startsAt'
    | 'endsAt'
    | 'zone'
    | 'previously'
    | 'knownOn'
    | 'state'
    | 'firmness'
    | 'themes'
    | 'venue'
    | 'conferenceUrl'
    | 'organisers'
    | 'credit'
    | 'link'
    | 'sequence'
    | 'publishedAt'
    | 'updatedAt'
    | 'key'
    | 'recurrence'
    | 'seriesDate'
    | 'occursOn'
    | 'note'
    | 'startsOn'
    | 'endsOn'
  > {
  place: Named | null
  organisations: (Named & { role: string })[]
}

/** The reader of an event, and the clocks on which it is shown. */
interface EventReader {
  reader: Reader
  network: { countries: readonly string[] }
}

/** The reader and the origin of a feed. */
export interface Feeding extends EventReader {
  baseUrl: string
  network: { slug: string; name: Record<string, string>; countries: readonly string[] }
  /** Whether the reader belongs to the network: links to conferences are for them. */
  isInside: boolean
}

/** The reader and the origin of what is written for calendar programs. */
export interface CalendarFeeding extends Feeding {
  /** After the @ of every UID, whatever the address of the server is by now. */
  uidHost: string
}

/** The title of an event and its language; a cancelled event says so before anything else. */
export function titleOf({ reader }: Feeding, event: FeedEvent): { text: string; language: string } {
  const chosen = chooseText(event.title, reader.language)
  const text = chosen?.text ?? reader.t(`agenda.eventKind.${event.kind}`)
  const title = event.state === 'cancelled' ? reader.t('agenda.feed.cancelled', { title: text }) : text
  return { text: title, language: chosen?.language ?? reader.interfaceLanguage }
}

/** The page of an event or of one of its occurrences, as everybody finds it. */
export function addressOf(
  { baseUrl, reader, network }: Feeding,
  { slug, occursOn }: Pick<FeedEvent, 'slug' | 'occursOn'>,
): string {
  const address = `${baseUrl}/${reader.language}/${network.slug}/agenda/${slug}`
  return occursOn === null ? address : `${address}?date=${occursOn}`
}

/** How a series repeats, and its next dates, for its event as a whole; nothing for other events, or for one occurrence. */
export function seriesLines({ reader, network }: EventReader, event: FeedEvent, most: number): string[] {
  const series = event.occursOn === null ? seriesOf(event) : null
  if (series === null) return nothingToSay
  const { t } = reader
  const coming = comingOccurrences(event, reader.today, most)
  return [
    capitalized(ruleWords(reader, series.shape, series.recurrence), reader.interfaceLanguage),
    ...(coming.length > 0 && most > 0 ? [t('agenda.recurrence.next')] : []),
    ...coming.map((each) => {
      const date = eventDateWords(reader, network.countries, each)
      return each.state === 'cancelled' ? `– ${t('agenda.feed.cancelled', { title: date })}` : `– ${date}`
    }),
  ]
}

/** When an event is: a line for every side’s clock where its hours are known, else the date in the words of the source. */
export function whenLines(feeding: EventReader, event: FeedEvent): string[] {
  return hoursOf(feeding, event) ?? [toldDate(feeding.reader, event).line]
}

/** When an event is, for programs that show whole days for a vague date: the date has its range, and a line says that it is vague. */
export function wholeDayLines(feeding: Feeding, event: FeedEvent): string[] {
  return hoursOf(feeding, event) ?? toldDate(feeding.reader, event).lines
}

function hoursOf({ reader, network: { countries } }: EventReader, event: FeedEvent): string[] | null {
  const { startsAt, endsAt, zone } = event
  if (startsAt === null || zone === null) return null
  const lines = clockLines(reader, { countries, hours: { startsAt, endsAt, zone } })
  const until = untilWords(reader, event)
  return until === null ? lines : [...lines, until]
}

const nothingToSay: string[] = []

/** What has to be known before one relies on an event: that it was called off or moved, or is not certain. */
export function statusLines({ reader, network: { countries } }: EventReader, event: FeedEvent): string[] {
  const { t } = reader
  const note = noteLines(reader, event)
  if (event.state === 'cancelled') return [t('agenda.event.cancelled'), ...note]
  if (event.previously === null && (event.firmness === null || event.state === 'past')) return note
  const former = formerDateWords(reader, countries, event)
  const { firmness, state } = event
  return [
    ...(former === null ? [] : [t('agenda.event.moved', { date: former })]),
    ...note,
    ...(state === 'planned' && firmness !== null && firmness !== 'planned'
      ? [t('agenda.feed.firmness', { firmness: t(`agenda.firmness.${firmness}`) })]
      : []),
  ]
}

function noteLines({ language }: Reader, { note }: FeedEvent): string[] {
  for (const _ in note) {
    const chosen = chooseText(note, language)
    return chosen === null ? nothingToSay : [chosen.text]
  }
  return nothingToSay
}

/** What an event is about, marked where a machine has worded it. */
export function summaryOf({ reader }: Feeding, { summary }: FeedEvent): string | null {
  const chosen = chooseText(summary, reader.language)
  if (chosen === null) return null
  return chosen.state === 'machine' ? `${chosen.text} (${reader.t('ui.text.machine')})` : chosen.text
}

/** Where an event is, in words and by the name of the place. */
export function placeOf({ reader }: Pick<EventReader, 'reader'>, { venue, place }: FeedEvent): string | null {
  const words = chooseText(currentText(venue), reader.language)?.text
  if (place === null) return words ?? null
  const name = nameOf(place, reader.language)
  return words === undefined || words.includes(name) ? (words ?? name) : `${words}, ${name}`
}

/** The holders of an event in one line, those outside the directory under their own name; null if none is known. */
export function hostsLine(
  { reader }: Pick<EventReader, 'reader'>,
  { organisations, organisers }: FeedEvent,
): string | null {
  const names = organisations
    .filter(({ role }) => role === 'host' || role === 'co_organiser')
    .map((each) => nameOf(each, reader.language))
  const others = chooseText(organisers, reader.language)?.text
  if (others !== undefined) names.push(others)
  return names.length === 0 ? null : `${reader.t('agenda.feed.hosts')} ${names.join(', ')}`
}

/** The credit of an event, and its page elsewhere. */
export function sourceLines({ reader }: Feeding, { credit, link }: FeedEvent): string[] {
  const credited = chooseText(credit, reader.language)?.text
  if (credited === undefined && link === null) return nothingToSay
  const { t } = reader
  return [
    ...(credited === undefined ? [] : [t('agenda.feed.credit', { credit: credited })]),
    ...(link === null ? [] : [t('agenda.feed.link', { link })]),
  ]
}

// In a feed the same few bodies hold thousands of events.
const names = new WeakMap<Named, { text: string; language: string }>()

function nameOf(named: Named, language: string): string {
  const known = names.get(named)
  if (known?.language === language) return known.text
  const { text } = chooseName(shortNames(named), language)
  names.set(named, { text, language })
  return text
}

/** The kind and the themes of an event, in words. */
export function categoriesOf({ reader: { t } }: Feeding, { kind, themes }: FeedEvent): string[] {
  return [t(`agenda.eventKind.${kind}`), ...themes.map((theme) => t(`networks.theme.${theme}`))]
}

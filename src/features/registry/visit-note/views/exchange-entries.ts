import { describeDate } from '../../../../platform/dates/index.ts'
import type { Part, Passage } from '../../../../platform/documents/sheet.ts'
import { joined, type Speaker } from '../../../../platform/documents/speaker.ts'
import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { AgendaEvent } from '../../../agenda/events/index.ts'
import type { Prospect } from '../../cooperations/details.queries.ts'
import type { Room } from '../room.ts'
import { limited } from './sheet-parts.ts'

interface Entry {
  lead: Passage
  passage: Passage
}

/** The last exchanges, newest first, including announced ones whose date has passed, with a doubt. */
export function exchangeEntries(speaker: Speaker, activities: AgendaEvent[], room: Room): Part[] {
  const past = activities.filter(
    (activity) => !isAhead(activity, speaker.reader.today) && activity.state !== 'cancelled',
  )
  const newestFirst = [...past].sort((a, b) => compareDays(b.startsOn ?? '', a.startsOn ?? ''))
  const entries = newestFirst.map((activity) => activityEntry(speaker, activity))
  return entriesPart(speaker, speaker.reader.t('registry.note.exchanges'), entries, room.exchanges)
}

/** What is planned, the soonest first, then what is hoped for. */
export function plannedEntries(
  speaker: Speaker,
  activities: AgendaEvent[],
  prospects: Prospect[],
  room: Room,
): Part[] {
  const ahead = activities.filter((activity) => isAhead(activity, speaker.reader.today))
  const entries = [
    ...ahead.map((activity) => activityEntry(speaker, activity)),
    ...prospects.map((prospect, index) => prospectEntry(speaker, prospect, prospects[index - 1])),
  ]
  return entriesPart(speaker, speaker.reader.t('registry.note.planned'), entries, room.planned)
}

function isAhead({ state, endsOn, knownOn }: AgendaEvent, today: string): boolean {
  return state !== 'past' && (endsOn === null ? isRecent(knownOn, today) : endsOn >= today)
}

// « Très prochainement » ends some time: what was announced without a date counts as future for two years.
function isRecent(knownOn: string, today: string): boolean {
  return knownOn >= Temporal.PlainDate.from(today).subtract({ years: 2 }).toString()
}

function entriesPart(speaker: Speaker, title: string, all: Entry[], most: number): Part[] {
  if (all.length === 0 || most === 0) return []
  const { shown, more } = limited(speaker, all, most)
  return [
    { kind: 'entries', title, entries: more.length > 0 ? [...shown, { lead: [], passage: more }] : shown },
  ]
}

function activityEntry(speaker: Speaker, activity: AgendaEvent): Entry {
  const { reader, words } = speaker
  const remarks = [
    // Words too long for the narrow column of dates follow the title.
    activity.happens === null && !isShort(activity.words, reader)
      ? speaker.say(activity.words, { emphasis: 'quiet' })
      : [],
    activity.state === 'cancelled' ? words(reader.t('registry.note.cancelled'), 'strong') : [],
    activity.firmness && activity.firmness !== 'planned' && isAhead(activity, reader.today)
      ? words(reader.t(`agenda.firmness.${activity.firmness}`), 'quiet')
      : [],
    activity.state === 'planned' && !isAhead(activity, reader.today)
      ? words(reader.t('registry.note.announced'), 'quiet')
      : [],
  ]
  return {
    lead: leadOf(speaker, activity),
    passage: joined([speaker.say(activity.title), ...remarks], ' – '),
  }
}

function leadOf(speaker: Speaker, { happens, words }: AgendaEvent): Passage {
  const { reader } = speaker
  if (happens !== null) return speaker.words(describeDate(happens, reader.interfaceLanguage))
  const said = chooseText(words, reader.language)
  if (said === null) return speaker.words(reader.t('registry.note.undated'), 'quiet')
  return isShort(words, reader) ? speaker.say(words, { emphasis: 'quiet' }) : speaker.words('–', 'quiet')
}

const isShort = (words: LocalizedText, reader: Reader) =>
  (chooseText(words, reader.language)?.text.length ?? 0) <= 16

function prospectEntry(speaker: Speaker, prospect: Prospect, before: Prospect | undefined): Entry {
  const lead = prospectLead(speaker, prospect)
  const isSame = before?.horizon === prospect.horizon && before.knownOn === prospect.knownOn
  return { lead: isSame ? [] : lead, passage: speaker.say(prospect.text) }
}

function prospectLead({ reader, words }: Speaker, { horizon, knownOn }: Prospect): Passage {
  if (horizon !== null) return words(describeDate(horizon, reader.interfaceLanguage))
  if (isRecent(knownOn, reader.today)) return words(reader.t('registry.note.prospect'), 'quiet')
  return words(reader.t('registry.note.saidIn', { year: knownOn.slice(0, 4) }), 'quiet')
}

const compareDays = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

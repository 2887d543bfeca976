import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { replaceEventText } from './commands.ts'
import { listEventTexts } from './queries.ts'

const fields: Record<string, PlainMessageKey> = {
  credit: 'agenda.event.credit',
  frame: 'agenda.text.frame',
  organisers: 'agenda.event.organisers',
  'mission.debrief.account': 'agenda.mission.account',
  'mission.debrief.nextSteps': 'agenda.mission.nextSteps',
  'mission.debrief.outcome': 'agenda.mission.outcome',
  'mission.head.post': 'agenda.mission.post',
  'mission.programme.title': 'agenda.mission.itemTitle',
  'mission.seats.forWhom': 'agenda.mission.forWhom',
  'mission.stops.place': 'agenda.mission.placeWords',
  'mission.stops.words': 'agenda.text.dateWords',
  previous_words: 'agenda.text.formerDate',
  summary: 'agenda.text.summary',
  title: 'agenda.text.title',
  venue: 'agenda.text.venue',
  words: 'agenda.text.dateWords',
}

/** The texts of events, for whoever translates them. Evidence and translations know an event as an activity. */
export const eventTexts: TextOwner = {
  kind: 'activity',
  label: 'agenda.text.event',
  // Entries of lists stand under their ids.
  fieldLabel: (path) => fields[path.replace(/\.[0-9a-f-]{36}\./, '.')] ?? 'agenda.text.event',
  listTexts: listEventTexts,
  replaceText: replaceEventText,
}

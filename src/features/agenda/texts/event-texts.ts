import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { replaceEventText } from './commands.ts'
import { listEventTexts } from './queries.ts'

const fields: Record<string, PlainMessageKey> = {
  credit: 'agenda.event.credit',
  frame: 'agenda.text.frame',
  organisers: 'agenda.event.organisers',
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
  fieldLabel: (path) => fields[path] ?? 'agenda.text.event',
  listTexts: listEventTexts,
  replaceText: replaceEventText,
}

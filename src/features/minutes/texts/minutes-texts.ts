import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { replaceDecisionText, replaceMeetingText } from './commands.ts'
import { listDecisionTexts, listMeetingTexts } from './queries.ts'

const fields: Readonly<Record<string, PlainMessageKey>> = {
  title: 'minutes.text.title',
  place: 'minutes.text.place',
  invitation: 'minutes.text.invitation',
  'points.title': 'minutes.text.point',
  'sections.title': 'minutes.text.sectionTitle',
  'sections.text': 'minutes.text.section',
  'resources.label': 'minutes.text.resource',
  'errata.text': 'minutes.text.erratum',
  text: 'minutes.text.decision',
  horizonWords: 'minutes.text.dateWords',
  'actions.text': 'minutes.text.action',
  'actions.dueWords': 'minutes.text.dateWords',
}

const fieldLabel = (path: string): PlainMessageKey => {
  const [first = '', , last = ''] = path.split('.')
  return fields[last === '' ? first : `${first}.${last}`] ?? 'minutes.text.meeting'
}

/** The texts of meetings and decisions, for whoever translates them. */
export const minutesTexts: TextOwner[] = [
  {
    kind: 'meeting',
    label: 'minutes.text.meeting',
    fieldLabel,
    listTexts: listMeetingTexts,
    replaceText: replaceMeetingText,
  },
  {
    kind: 'decision',
    label: 'minutes.text.decision',
    fieldLabel,
    listTexts: listDecisionTexts,
    replaceText: replaceDecisionText,
  },
]

import { capitalized } from '../../platform/i18n/capitalized.ts'
import { chooseName, chooseText, type LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { inEachLanguage } from '../../platform/letters/letter-reader.ts'
import type { LetterContext, LetterItem, LetterSource } from '../../platform/letters/letter-source.ts'
import { mostItems } from '../../platform/letters/letter-span.ts'
import { dateWords } from '../../ui/text/date-words.ts'
import { shortNames } from '../directory/index.ts'
import type { Action } from './actions/action.ts'
import type { Decision } from './decisions/queries.ts'
import { lookUpToldMeeting, type ToldMeeting } from './letter.queries.ts'
import type { Meeting } from './meetings/meeting.ts'
import { clockLines } from './meetings/views/meeting-facts.tsx'
import { meetingPath } from './paths.ts'

/** The outcome of the last meeting for a letter, beneath the meeting: decisions first, then proposals, wishes and needs. */
export const decisions: LetterSource = {
  key: 'minutes.decisions',
  place: 'behind',
  title: 'minutes.letter.decisions',
  gather: async (letterContext) => {
    const told = await lookUpToldMeeting(letterContext)
    if (told === null) return []
    const inOrder = [
      ...told.decisions.filter(({ state }) => state === 'decided'),
      ...told.decisions.filter(({ state }) => state !== 'decided'),
    ]
    return [
      meetingItem(letterContext, told),
      ...inOrder
        .slice(0, mostItems - 1)
        .map((decision) => decisionItem(letterContext, told.meeting, decision)),
    ]
  },
  leftOut: async (letterContext, items) => {
    if (items.length < mostItems) return []
    const told = await lookUpToldMeeting(letterContext)
    const count = (told?.decisions.length ?? 0) + 1 - items.length
    return told && count > 0 ? [{ kind: 'more', count, path: meetingPath(told.meeting.slug) }] : []
  },
}

function meetingItem(letterContext: LetterContext, { meeting, eventIds }: ToldMeeting): LetterItem {
  const { countries } = letterContext.network
  return {
    key: `meeting:${meeting.id}`,
    title: meeting.title,
    text: {},
    facts: inEachLanguage(letterContext, (reader) => [
      ...clockLines(reader, { countries, meeting }),
      ...placeLines(reader, meeting),
    ]),
    credit: {},
    path: meetingPath(meeting.slug),
    themes: [],
    organisationIds: [],
    // The agenda lists the event too, without the outcome.
    tells: eventIds.map((id) => `event:${id}`),
  }
}

function placeLines({ language }: Reader, { place, placeOrganisation }: Meeting): string[] {
  const words = chooseText(place, language)?.text
  const name = placeOrganisation ? chooseName(shortNames(placeOrganisation), language).text : undefined
  const line = [words, words !== undefined && name !== undefined && words.includes(name) ? undefined : name]
    .filter((part) => part !== undefined)
    .join(', ')
  return line === '' ? [] : [line]
}

function decisionItem(letterContext: LetterContext, meeting: Meeting, decision: Decision): LetterItem {
  const actions = decision.actions.filter(({ state }) => state !== 'dropped')
  return {
    key: `decision:${decision.id}`,
    title: decision.text,
    text: {},
    facts: inEachLanguage(letterContext, (reader) => [
      decisionWords(reader, decision),
      ...actions.map((action) => actionWords(reader, action)),
    ]),
    credit: {},
    path: meetingPath(meeting.slug),
    themes: [],
    organisationIds: actions.flatMap(({ organisation }) => (organisation ? [organisation.id] : [])),
  }
}

function decisionWords(reader: Reader, { state, saidBy, horizon, horizonWords }: Decision): string {
  const words = [
    reader.t(`minutes.decisionState.${state}`),
    chooseText(saidBy, reader.language)?.text,
    dueWords(reader, horizon, horizonWords),
  ]
  return capitalized(words.filter(Boolean).join(' · '), reader.interfaceLanguage)
}

// The person in charge of an action is named only on the page of the meeting: a mail goes further, and remains.
function actionWords(reader: Reader, { text, organisation, due, dueWords: words, state }: Action): string {
  return [
    `→ ${chooseText(text, reader.language)?.text ?? ''}`,
    organisation ? chooseName(shortNames(organisation), reader.language).text : undefined,
    state === 'done' ? reader.t('minutes.actionState.done') : dueWords(reader, due, words),
  ]
    .filter(Boolean)
    .join(' · ')
}

function dueWords(reader: Reader, due: string | null, words: LocalizedText): string | undefined {
  return due === null ? undefined : `${reader.t('minutes.action.due')} ${dateWords(reader, due, words).shown}`
}

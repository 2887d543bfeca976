import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { dateToType } from '../../../ui/text/understood-date.ts'
import { pickedValues } from '../meetings/meeting-values.ts'
import type { Decision } from './queries.ts'

/** What the form shows of a decision before anybody has typed. */
export function decisionValues(reader: Reader, decision: Decision): FormValues {
  return {
    state: decision.state,
    horizon: typedDate(reader, decision.horizon, decision.horizonWords),
    quotation: decision.quotation,
    ...textValues('text', decision.text),
    ...textValues('saidBy', decision.saidBy),
    ...Object.assign(
      {},
      ...decision.actions.map((action, index) => ({
        [`actions.${index}.id`]: action.id,
        ...textValues(`actions.${index}.text`, action.text),
        [`actions.${index}.person`]: action.person,
        [`actions.${index}.due`]: typedDate(reader, action.due, action.dueWords),
        ...pickedValues(reader, `actions.${index}.organisation`, action.organisation),
      })),
    ),
  }
}

/** What the inputs of a text in several languages hold. */
export function textValues(name: string, text: LocalizedText): FormValues {
  const original = Object.keys(text).find((language) => text[language]?.state === 'original')
  return {
    ...Object.fromEntries(
      Object.entries(text).map(([language, passage]) => [`${name}.${language}.text`, passage.text]),
    ),
    ...(original ? { [`${name}.original`]: original } : {}),
  }
}

function typedDate(reader: Reader, edtf: string | null, words: LocalizedText): string {
  return edtf === null ? '' : dateToType(reader, edtf, chooseText(words, reader.language)?.text ?? null)
}

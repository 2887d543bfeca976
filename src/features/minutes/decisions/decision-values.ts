import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { FormValues } from '../../../platform/input/form.ts'
import { textValues } from '../../../platform/input/text-values.ts'
import { dateToType } from '../../../ui/text/understood-date.ts'
import { pickedValues } from '../meetings/meeting-values.ts'
import type { Decision } from './queries.ts'

/** The form values of a decision before anybody types. */
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

function typedDate(reader: Reader, edtf: string | null, words: LocalizedText): string {
  return edtf === null ? '' : dateToType(reader, edtf, chooseText(words, reader.language)?.text ?? null)
}

import type { LocalizedText } from '../../i18n/localized-text.ts'
import { type FieldError, fieldError } from '../../input/form.ts'
import { isLocalizedText, type RecordDocument } from '../record-document.ts'
import { type TextField, type TextSaid, text } from './kinds.ts'

// Begins only where no character of an address comes before: else each of many letters would be tried.
const mailAddress = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
// A number that begins as one dials it, +82 or 02; a day such as 01.09.2017 is none.
const phone = /(?<![\d.,])(?:\+\d{1,3}|00\d|0\d)(?:[\s.()-]*\d){7,}(?!\d)/
const days = /\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b/g

/** What no text that everybody reads may contain: a way to reach a person. */
export function personalMark(text: string): 'mail' | 'phone' | null {
  if (mailAddress.test(text)) return 'mail'
  return phone.test(text.replaceAll(days, ' ')) ? 'phone' : null
}

/** The languages of a text in which a person can be reached, each with how. */
export function listPersonalMarks(text: LocalizedText): { language: string; mark: 'mail' | 'phone' }[] {
  return Object.entries(text).flatMap(([language, passage]) => {
    const mark = personalMark(passage.text)
    return mark === null ? [] : [{ language, mark }]
  })
}

/** The ways to reach a person in the texts among what was typed, reported beside each box. */
export function personalErrors(typed: RecordDocument): FieldError[] {
  return Object.entries(typed).flatMap(([name, text]) =>
    isLocalizedText(text)
      ? listPersonalMarks(text).map(({ language, mark }) =>
          fieldError(
            `${name}.${language}.text`,
            mark === 'mail' ? 'ui.form.mailInText' : 'ui.form.phoneInText',
          ),
        )
      : [],
  )
}

/** A text for everybody, which gives no way to reach its authors: talks begin by this site. */
export function publicText(given: TextSaid): TextField {
  const field = text(given)
  return {
    ...field,
    read: (before, sent, place) => {
      const after = field.read(before, sent, place)
      for (const { language } of listPersonalMarks(after))
        place.wrong.add(
          [...place.path, language],
          'no mail address and no telephone number: talks begin by this site',
        )
      return after
    },
  }
}

import type { z } from 'zod'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { isLocalizedText } from '../../../../platform/records/record-document.ts'
import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../../platform/records/record-part.ts'
import { listPersonalMarks } from '../drafting-rules.ts'
import { type WishDocument, wishDocument } from '../fields.ts'

/** What a form of a wish is drawn from. */
export type WishCall = TypedCall<WishDocument>

/** A form of a wish as editing takes it. */
export function wishPart<S extends z.ZodType>(part: TypedPart<WishDocument, S>): RecordPart {
  return recordPart((document) => wishDocument.parse(document), part)
}

/** The document with what was typed, unless its texts say how a person is reached. */
export function writeTyped(
  { document }: WishCall,
  typed: Partial<WishDocument>,
): WishDocument | FieldError[] {
  const errors = personalErrors(typed)
  return errors.length > 0 ? errors : { ...document, ...typed }
}

/** The ways to reach a person in the texts among what was typed, reported beside each box. */
export function personalErrors(typed: Partial<WishDocument>): FieldError[] {
  return Object.entries(typed).flatMap(([name, text]) =>
    isLocalizedText(text)
      ? listPersonalMarks(text).map(({ language, mark }) =>
          fieldError(
            `${name}.${language}.text`,
            mark === 'mail' ? 'partners.wish.error.mail' : 'partners.wish.error.phone',
          ),
        )
      : [],
  )
}

import type { z } from 'zod'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../../platform/records/record-part.ts'
import { type WishDocument, wishDocument } from '../document/schema.ts'
import { listPersonalMarks } from '../drafting-rules.ts'

/** What a form of a wish is drawn from. */
export type WishCall = TypedCall<WishDocument>

/** A form of a wish as editing takes it. */
export function wishPart<S extends z.ZodType>(part: TypedPart<WishDocument, S>): RecordPart {
  return recordPart((document) => wishDocument.parse(document), part)
}

/** By which ways persons are reached in some texts, said beside each box. */
export function personalErrors(texts: Readonly<Record<string, LocalizedText>>): FieldError[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    listPersonalMarks(text).map(({ language, mark }) =>
      fieldError(
        `${name}.${language}.text`,
        mark === 'mail' ? 'partners.wish.error.mail' : 'partners.wish.error.phone',
      ),
    ),
  )
}

import type { z } from 'zod'
import type { FieldError } from '../../../platform/input/form.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import type { RecordPart } from '../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../platform/records/record-part.ts'
import { type PracticeDocument, practiceDocument } from './fields.ts'

export type PracticeCall = TypedCall<PracticeDocument>

/** A form of a sheet as editing takes it. */
export function practicePart<S extends z.ZodType>(part: TypedPart<PracticeDocument, S>): RecordPart {
  return recordPart((document) => practiceDocument.parse(document), part)
}

/** The document with what was typed, unless its texts say how a person is reached, or something else is wrong. */
export function withTyped(
  { document }: PracticeCall,
  typed: Partial<PracticeDocument>,
  others: readonly FieldError[] = [],
): PracticeDocument | FieldError[] {
  const errors = [...personalErrors(typed), ...others]
  return errors.length > 0 ? errors : { ...document, ...typed }
}

import type { z } from 'zod'
import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../../platform/records/record-part.ts'
import { type CooperationDocument, cooperationDocument } from '../document/schema.ts'

/** The data from which a form of a cooperation is drawn. */
export type CooperationCall = TypedCall<CooperationDocument>

/** A form of a cooperation in the shape of editing. */
export function cooperationPart<S extends z.ZodType>(part: TypedPart<CooperationDocument, S>): RecordPart {
  return recordPart((document) => cooperationDocument.parse(document), part)
}

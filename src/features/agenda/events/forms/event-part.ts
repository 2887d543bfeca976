import type { z } from 'zod'
import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../../platform/records/record-part.ts'
import { type EventDocument, eventDocument } from '../document/schema.ts'

/** What a form of an event is rendered from. */
export type EventCall = TypedCall<EventDocument>

/** A form of an event as editing takes it. */
export function eventPart<S extends z.ZodType>(part: TypedPart<EventDocument, S>): RecordPart {
  return recordPart((document) => eventDocument.parse(document), part)
}

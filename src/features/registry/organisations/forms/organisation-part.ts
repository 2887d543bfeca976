import type { z } from 'zod'
import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../../platform/records/record-part.ts'
import { type OrganisationDocument, organisationDocument } from '../document/schema.ts'

/** The data from which a form of an organisation is drawn. */
export type OrganisationCall = TypedCall<OrganisationDocument>

/** A form of an organisation in the shape of editing. */
export function organisationPart<S extends z.ZodType>(part: TypedPart<OrganisationDocument, S>): RecordPart {
  return recordPart((document) => organisationDocument.parse(document), part)
}

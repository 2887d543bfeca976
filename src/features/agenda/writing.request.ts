import type { Application } from '../../platform/http/application.ts'
import type { PartCall, RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import type { NetworkRequest } from '../networks/index.ts'
import type { EventDocument } from './events/document/schema.ts'

/** What a form of an event is rendered from, for an event that is not a record yet. */
export function callFor({ writing, reader, network }: NetworkRequest, document: EventDocument): PartCall {
  return { context: writing, reader, network, head: null, document, entryId: null, form: null }
}

/** Events as the whole application changes them: the features that keep sources and versions take part. */
export function eventKindOf({ records }: Pick<Application, 'records'>): RecordKind {
  return records.find(({ kind }) => kind === 'event') ?? notFound('event')
}

import type { Application } from '../../platform/http/application.ts'
import type { PartCall, RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import type { NetworkRequest } from '../networks/index.ts'
import type { EventDocument } from './events/document/schema.ts'

/** What a form of an event is drawn from, for an event that is no record yet. */
export function callFor({ writing, reader, network }: NetworkRequest, document: EventDocument): PartCall {
  return { context: writing, reader, network, head: null, document, entryId: null, form: null }
}

/** Events as the whole house changes them: whoever keeps sources and versions hears of it. */
export function eventKindOf({ records }: Pick<Application, 'records'>): RecordKind {
  return records.find(({ kind }) => kind === 'event') ?? notFound('event')
}

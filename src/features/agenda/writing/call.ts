import type { FastifyRequest } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { PartCall, RecordKind } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import type { EventDocument } from '../events/document/schema.ts'

export interface WritingRequest extends NetworkRequest {
  /** On the network’s own day, whichever one the reader looks at. */
  writing: Context
}

/** The network that an address names, for writing in it. */
export async function readWritingRequest(
  application: Application,
  request: FastifyRequest,
): Promise<WritingRequest> {
  const asked = await readNetworkRequest(application, request)
  return { ...asked, writing: { ...asked.context, today: asked.usualDay } }
}

/** What a form of an event is drawn from, for an event that is no record yet. */
export function callFor({ writing, reader, network }: WritingRequest, document: EventDocument): PartCall {
  return { context: writing, reader, network, head: null, document, entryId: null, form: null }
}

/** Events as the whole house changes them: whoever keeps sources and versions hears of it. */
export function eventKindOf({ records }: Pick<Application, 'records'>): RecordKind {
  return records.find(({ kind }) => kind === 'event') ?? notFound('event')
}

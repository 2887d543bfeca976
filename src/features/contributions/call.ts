import type { FastifyRequest } from 'fastify'
import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import type { RecordHead, RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../networks/index.ts'

export interface RecordRequest extends NetworkRequest {
  kind: RecordKind
  head: RecordHead
  /** On the network's own day, whichever one the reader looks at: what people write becomes known on it. */
  writing: Context
}

/** The network that an address names, for writing in it. */
export async function readWritingRequest(
  application: Application,
  request: FastifyRequest,
): Promise<NetworkRequest & { writing: Context }> {
  const asked = await readNetworkRequest(application, request)
  return { ...asked, writing: { ...asked.context, today: asked.usualDay } }
}

/** The record that an address names, or 404, on the network's own day. */
export async function readRecordRequest(
  application: Application,
  request: FastifyRequest,
  kind: RecordKind,
): Promise<RecordRequest> {
  const asked = await readWritingRequest(application, request)
  const slug = parameterOf(request.params, 'slug') ?? ''
  const head = await kind.lookUp(asked.writing, asked.network, { slug })
  return { ...asked, kind, head: head ?? notFound(slug) }
}

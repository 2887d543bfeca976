import type { Visit } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import type { RecordHead, RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../networks/index.ts'

export interface RecordRequest extends NetworkRequest {
  kind: RecordKind
  head: RecordHead
}

/** The record in the address, or 404, on the network’s own day. */
export async function readRecordRequest(visit: Visit, kind: RecordKind): Promise<RecordRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const slug = parameterOf(request.params, 'slug') ?? ''
  const head = await kind.lookUp(asked.writing, asked.network, { slug })
  return { ...asked, kind, head: head ?? notFound(slug) }
}

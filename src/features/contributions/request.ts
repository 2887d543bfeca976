import type { Visit } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import type { RecordHead } from '../../platform/records/record-head.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../networks/index.ts'

export interface RecordRequest extends NetworkRequest {
  kind: RecordKind
  head: RecordHead
}

/** The record in the address, or 404, on the network’s own day. */
export async function loadRecordRequest(visit: Visit, kind: RecordKind): Promise<RecordRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const slug = parameterOf(request.params, 'slug') ?? ''
  const head = await kind.lookUp(loaded.writing, loaded.network, { slug })
  return { ...loaded, kind, head: head ?? notFound(slug) }
}

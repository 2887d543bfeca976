import type { FastifyRequest } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import type { RecordHead, RecordKind } from '../../platform/records/record-kind.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../networks/index.ts'

export interface RecordRequest extends WritingRequest {
  kind: RecordKind
  head: RecordHead
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

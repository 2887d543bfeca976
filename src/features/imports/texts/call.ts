import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../../networks/index.ts'
import { mayImport } from '../policy.ts'
import { findText, type ImportedText } from './queries.ts'

export interface TextRequest extends WritingRequest {
  text: ImportedText
}

/** A network in which somebody may import; for everybody else there is no such page. */
export async function readImportRequest(
  application: Application,
  request: FastifyRequest,
): Promise<WritingRequest> {
  const asked = await readWritingRequest(application, request)
  return mayImport(asked.context.actor, asked.network.id) ? asked : notFound('imports')
}

/** One imported text, or 404. */
export async function readTextRequest(
  application: Application,
  request: FastifyRequest,
): Promise<TextRequest> {
  const asked = await readImportRequest(application, request)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...asked, text: await findText(asked.writing, asked.network.id, id) }
}

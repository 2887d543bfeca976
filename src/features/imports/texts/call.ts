import type { FastifyRequest } from 'fastify'
import type { Context } from '../../../platform/context/context.ts'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayImport } from '../policy.ts'
import { findText, type ImportedText } from './queries.ts'

export interface ImportRequest extends NetworkRequest {
  /** On the network's own day: what is written becomes known on it. */
  writing: Context
}

export interface TextRequest extends ImportRequest {
  text: ImportedText
}

/** A network in which somebody may import; for everybody else there is no such page. */
export async function readImportRequest(
  application: Application,
  request: FastifyRequest,
): Promise<ImportRequest> {
  const asked = await readNetworkRequest(application, request)
  if (!mayImport(asked.context.actor, asked.network.id)) notFound('imports')
  return { ...asked, writing: { ...asked.context, today: asked.usualDay } }
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

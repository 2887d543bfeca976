import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayImport } from '../policy.ts'
import { findText, type ImportedText } from './queries.ts'

export interface TextRequest extends NetworkRequest {
  text: ImportedText
}

/** Loads a network for people who may import; other people get 404. */
export async function readImportRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  return mayImport(asked.context.actor, asked.network.id) ? asked : notFound('imports')
}

/** One imported text, or 404. */
export async function readTextRequest(visit: Visit): Promise<TextRequest> {
  const { request } = visit
  const asked = await readImportRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...asked, text: await findText(asked.writing, asked.network.id, id) }
}

import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { mayImport } from '../policy.ts'
import { findText, type ImportedText } from './queries.ts'

export interface TextRequest extends NetworkRequest {
  text: ImportedText
}

/** Loads a network for people who may import; other people get 404. */
export async function loadImportRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayImport(loaded.context.actor, loaded.network.id) ? loaded : notFound('imports')
}

/** One imported text, or 404. */
export async function loadTextRequest(visit: Visit): Promise<TextRequest> {
  const { request } = visit
  const loaded = await loadImportRequest(visit)
  const id = parameterOf(request.params, 'id') ?? ''
  return { ...loaded, text: await findText(loaded.writing, loaded.network.id, id) }
}

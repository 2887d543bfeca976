import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import type { Issue, IssuePart } from './issue.ts'
import { isComposer } from './practice/queries.ts'
import { lookUpDraft } from './queries.ts'

export interface DraftRequest extends NetworkRequest {
  issue: Issue
}

/** Reads the network in the address for people who compose its letters; other people get 404. */
export async function loadEditorRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return (await isComposer(loaded.writing, loaded.network.id)) ? loaded : notFound('newsletter')
}

/** Reads the current draft for its editors; 404 when there is none. */
export async function loadDraftRequest(visit: Visit): Promise<DraftRequest> {
  const loaded = await loadEditorRequest(visit)
  return { ...loaded, issue: (await lookUpDraft(loaded.writing, loaded.network.id)) ?? notFound('draft') }
}

/** Reads the current draft with the part that the address names. */
export async function loadPartRequest(visit: Visit): Promise<DraftRequest & { part: IssuePart }> {
  const { request } = visit
  const loaded = await loadDraftRequest(visit)
  const id = parameterOf(request.params, 'part') ?? ''
  const part = loaded.issue.parts.find((each) => each.id === id)
  return { ...loaded, part: part ?? notFound(id) }
}

/** Whether another request was faster, perhaps by a first click: the letter is no longer as the page showed it. */
export function isLate(error: unknown): boolean {
  return error instanceof Refusal && (error.reason === 'taken' || error.reason === 'changedMeanwhile')
}

import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import type { Issue } from './issue.ts'
import type { IssuePart } from './part.ts'
import { isComposer } from './practice/queries.ts'
import { lookUpDraft } from './queries.ts'

export interface DraftRequest extends NetworkRequest {
  issue: Issue
}

/** Reads the network in the address for people who compose its letters; other people get 404. */
export async function readEditorRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  return (await isComposer(asked.writing, asked.network.id)) ? asked : notFound('newsletter')
}

/** Reads the current draft for its editors; 404 when there is none. */
export async function readDraftRequest(visit: Visit): Promise<DraftRequest> {
  const asked = await readEditorRequest(visit)
  return { ...asked, issue: (await lookUpDraft(asked.writing, asked.network.id)) ?? notFound('draft') }
}

/** Reads the current draft with the part that the address names. */
export async function readPartRequest(visit: Visit): Promise<DraftRequest & { part: IssuePart }> {
  const { request } = visit
  const asked = await readDraftRequest(visit)
  const id = parameterOf(request.params, 'part') ?? ''
  const part = asked.issue.parts.find((each) => each.id === id)
  return { ...asked, part: part ?? notFound(id) }
}

/** Whether another request was faster, perhaps by a first click: the letter is no longer as the page showed it. */
export function isLate(error: unknown): boolean {
  return error instanceof Refusal && (error.reason === 'taken' || error.reason === 'changedMeanwhile')
}

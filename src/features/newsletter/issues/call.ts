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

/** The network named in the address, for those who compose its letters; 404 for others. */
export async function readEditorRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  return (await isComposer(asked.writing, asked.network.id)) ? asked : notFound('newsletter')
}

/** The letter in the making, for its editors; 404 where there is none. */
export async function readDraftRequest(visit: Visit): Promise<DraftRequest> {
  const asked = await readEditorRequest(visit)
  return { ...asked, issue: (await lookUpDraft(asked.writing, asked.network.id)) ?? notFound('draft') }
}

/** The same with the part that the address names. */
export async function readPartRequest(visit: Visit): Promise<DraftRequest & { part: IssuePart }> {
  const { request } = visit
  const asked = await readDraftRequest(visit)
  const id = parameterOf(request.params, 'part') ?? ''
  const part = asked.issue.parts.find((each) => each.id === id)
  return { ...asked, part: part ?? notFound(id) }
}

/** That somebody was quicker, perhaps by a first click: the letter is not as the page showed it any more. */
export function isLate(error: unknown): boolean {
  return error instanceof Refusal && (error.reason === 'taken' || error.reason === 'changedMeanwhile')
}

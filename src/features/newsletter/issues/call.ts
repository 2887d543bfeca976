import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../../networks/index.ts'
import type { Issue } from './issue.ts'
import type { IssuePart } from './part.ts'
import { isComposer } from './practice/queries.ts'
import { lookUpDraft } from './queries.ts'

export interface DraftRequest extends WritingRequest {
  issue: Issue
}

/** The network named in the address, for those who compose its letters; 404 for others. */
export async function readEditorRequest(
  application: Application,
  request: FastifyRequest,
): Promise<WritingRequest> {
  const asked = await readWritingRequest(application, request)
  return (await isComposer(asked.writing, asked.network.id)) ? asked : notFound('newsletter')
}

/** The letter in the making, for its editors; 404 where there is none. */
export async function readDraftRequest(
  application: Application,
  request: FastifyRequest,
): Promise<DraftRequest> {
  const asked = await readEditorRequest(application, request)
  return { ...asked, issue: (await lookUpDraft(asked.writing, asked.network.id)) ?? notFound('draft') }
}

/** The same with the part that the address names. */
export async function readPartRequest(
  application: Application,
  request: FastifyRequest,
): Promise<DraftRequest & { part: IssuePart }> {
  const asked = await readDraftRequest(application, request)
  const id = parameterOf(request.params, 'part') ?? ''
  const part = asked.issue.parts.find((each) => each.id === id)
  return { ...asked, part: part ?? notFound(id) }
}

/** That somebody was quicker, perhaps by a first click: the letter is not as the page showed it any more. */
export function isLate(error: unknown): boolean {
  return error instanceof Refusal && (error.reason === 'taken' || error.reason === 'changedMeanwhile')
}

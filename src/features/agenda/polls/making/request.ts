import type { Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { RecordHead } from '../../../../platform/records/record-head.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { mayChangeRecord } from '../../../contributions/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../../networks/index.ts'
import { type EventDocument, eventDocument } from '../../events/document/schema.ts'
import { mayAskForDate } from '../../policy.ts'
import { eventKindOf } from '../../writing.request.ts'

export interface AskingRequest extends NetworkRequest {
  /** The event whose date is asked for; null where there is none yet. */
  event: { head: RecordHead; document: EventDocument } | null
}

/** Loads the network, with the event that the address or form names, for a member who may ask for a date and change it; else 404. */
export async function loadAskingRequest(visit: Visit): Promise<AskingRequest> {
  const { request, application } = visit
  const opened = await loadNetworkRequest(visit)
  const { writing, network } = opened
  if (!mayAskForDate(writing.actor, network.id)) notFound('polls')
  const slug = parameterOf(request.body, 'event') || parameterOf(request.query, 'event')
  if (!slug) return { ...opened, event: null }
  const kind = eventKindOf(application)
  const head = (await kind.lookUp(writing, network, { slug })) ?? notFound(slug)
  const { organisationIds } = head
  if (!mayChangeRecord(writing.actor, { networkId: network.id, kind: kind.kind, organisationIds }))
    notFound(slug)
  const document = eventDocument.parse(await kind.read(writing, network, head.id))
  return document.state === 'planned' ? { ...opened, event: { head, document } } : notFound(slug)
}

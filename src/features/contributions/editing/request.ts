import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { PartCall, RecordKind, RecordPart } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { mayChangeRecord, mayPublishUnreviewed, maySuggest } from '../policy.ts'
import { loadRecordRequest, type RecordRequest } from '../request.ts'
import { findCurrentVersion, lookUpDocument } from '../versions/queries.ts'

/** The id of an entry that does not exist yet. */
export const newEntry = 'new'

export interface PartRequest extends RecordRequest {
  part: RecordPart
  /** Null for the whole part, `new` for an entry to be added. */
  entry: string | null
  /** The address of the form without language: the key of its draft. */
  form: string
  /** Whether sending changes the record, or suggests a change. */
  isTheirs: boolean
}

/** A record that the actor may change or suggest a change of; 404 for others. */
export async function loadEditRequest(
  visit: Visit,
  kind: RecordKind,
): Promise<RecordRequest & { isTheirs: boolean }> {
  const opened = await loadRecordRequest(visit, kind)
  const { writing, network, head } = opened
  if (!maySuggest(writing.actor, network.id)) notFound(head.slug)
  const { organisationIds } = head
  const isTheirs = mayChangeRecord(writing.actor, { networkId: network.id, kind: kind.kind, organisationIds })
  return { ...opened, isTheirs }
}

/** One form of a record, or 404. */
export async function loadPartRequest(visit: Visit, kind: RecordKind): Promise<PartRequest> {
  const { request } = visit
  const opened = await loadEditRequest(visit, kind)
  const key = parameterOf(request.params, 'part') ?? ''
  const part = kind.parts.find((each) => each.key === key) ?? notFound(key)
  const entry = parameterOf(request.params, 'entry') ?? null
  if ((entry === null) !== (part.entries === undefined)) notFound(key)
  const { network, head } = opened
  const form = `/${network.slug}/${kind.segment}/${head.slug}/edit/${part.key}${entry === null ? '' : `/${entry}`}`
  return { ...opened, part, entry, form }
}

/** What the form is drawn from and read against: the record in the given version, or else the present one. */
export async function readPartCall(
  { writing, reader, network, kind, head, part, entry, form }: PartRequest,
  base: number | null,
): Promise<{ call: PartCall; base: number; present: number }> {
  const current = await findCurrentVersion(writing, network, kind, head.id)
  const isPresent = base === null || base === current.number
  const older = isPresent ? null : await lookUpDocument(writing, kind.kind, head.id, base)
  const document = isPresent ? current.document : (older ?? notFound(`version ${base}`))
  const call = {
    context: writing,
    reader,
    network,
    head,
    document,
    entryId: entry === newEntry ? null : entry,
    form,
  }
  if (!partsOf(kind, call).includes(part)) notFound(part.key)
  if (part.entries && entry !== newEntry) {
    const entries = await part.entries(call)
    if (!entries.some(({ id }) => id === entry)) notFound(String(entry))
  }
  return { call, base: base ?? current.number, present: current.number }
}

/** The parts of a record in its present state. */
export function partsOf({ parts }: RecordKind, call: PartCall): RecordPart[] {
  return parts.filter((part) => part.isFor?.(call) ?? true)
}

/** Whether a change is published at once; otherwise it waits for those who decide. */
export function publishes({
  writing,
  network,
  isTheirs,
}: Pick<PartRequest, 'writing' | 'network' | 'isTheirs'>): boolean {
  return isTheirs && (network.publication === 'at_once' || mayPublishUnreviewed(writing.actor, network.id))
}

import type { Context } from '../../../platform/context/context.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordKind, RecordNetwork, RecordWriting } from '../../../platform/records/record-kind.ts'
import { eventRecord } from '../../agenda/events/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { findNetworkName } from '../cooperations/record/queries.ts'
import { writeDeclaration } from '../declarations/commands.ts'
import { writeEvidence } from '../evidence/commands.ts'

/** Events of the agenda as records whose every change rests on the words under which it was declared. */
export const declaredEventRecord: RecordKind = {
  ...eventRecord,
  write: async (context, writing) => {
    await eventRecord.write(context, writing)
    await declare(context, writing.network, writing.head.id, writing.before, writing.after, writing)
  },
  add: async (context, network, document, declared) => {
    const head = await eventRecord.add(context, network, document, declared)
    await declare(context, network, head.id, eventRecord.blank(network), document, declared)
    return head
  },
}

async function declare(
  context: Context,
  network: RecordNetwork,
  eventId: string,
  before: RecordDocument,
  after: RecordDocument,
  { reason, language, organisationId }: Pick<RecordWriting, 'reason' | 'language' | 'organisationId'>,
): Promise<void> {
  const changed = new Set(compareDocuments(before, after).map(({ path }) => path[0] ?? ''))
  if (reason === '' || changed.size === 0) return
  const refs = await listOrganisationRefs(context, organisationId === null ? [] : [organisationId])
  const speaker = organisationId === null ? undefined : refs.get(organisationId)
  const { sourceId, locator } = await writeDeclaration(context, network.id, {
    words: reason,
    language,
    declaredBy: speaker?.name ?? (await findNetworkName(context, network.id)),
    knownOn: context.today,
  })
  // A summary has marks of its own; all the rest stands beside the date.
  const fields = [...new Set([...changed].map((field) => (field === 'summary' ? 'summary' : 'activity')))]
  await writeEvidence(
    context,
    network.id,
    fields.map((field) => ({
      subjectKind: 'activity',
      subjectId: eventId,
      field,
      sourceId,
      locator,
      stance: 'supports',
      extractedBy: speaker?.slug ?? network.slug,
      knownOn: context.today,
    })),
  )
}

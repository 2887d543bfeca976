import type { Context } from '../../platform/context/context.ts'
import { compareDocuments } from '../../platform/records/difference.ts'
import type { RecordDocument } from '../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../platform/records/record-head.ts'
import type { RecordKind } from '../../platform/records/record-kind.ts'
import { eventRecord } from '../agenda/events/index.ts'
import { type Declared, declareFacts } from './declarations.commands.ts'

/** Events of the agenda as records, every change of which rests on the words that declare it. */
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
  declared: Declared,
): Promise<void> {
  const changed = new Set(compareDocuments(before, after).map(({ path }) => path[0] ?? ''))
  // A summary has marks of its own; everything else is marked beside the date.
  const fields = new Set([...changed].map((field) => (field === 'summary' ? 'summary' : 'activity')))
  const facts = [...fields].map((field) => ({ subjectKind: 'activity', subjectId: eventId, field }))
  await declareFacts(context, network, facts, declared)
}

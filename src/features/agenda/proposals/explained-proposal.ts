import type { Context } from '../../../platform/context/context.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import type { ExplainedChange, RecordKind } from '../../../platform/records/record-kind.ts'
import { type EventDocument, emptyEvent } from '../events/document/schema.ts'
import type { ProposalVersion } from './queries.ts'

export interface Explaining {
  writing: Context
  reader: Reader
  network: RecordNetwork
  kind: RecordKind
}

// Self-evident fields of a mere proposal.
const untold = ['knownOn', 'visibility', 'state', 'firmness', 'zone']

/** What a proposed event is, as a change from nothing. */
export function outlineOf(explaining: Explaining, document: EventDocument): Promise<ExplainedChange[]> {
  return explain(explaining, { mission: emptyEvent.mission }, document, document, untold)
}

/** What differs between two states of it. */
export function changesBetween(
  explaining: Explaining,
  before: EventDocument,
  after: EventDocument,
): Promise<ExplainedChange[]> {
  return explain(explaining, before, before, after, ['knownOn'])
}

/** The changes of moderators, each time: the states before and after side by side. */
export async function moderatorsChanges(
  explaining: Explaining,
  versions: readonly ProposalVersion[],
): Promise<{ version: ProposalVersion; changes: ExplainedChange[] }[]> {
  const changed = await Promise.all(
    versions.map(async (version, index) => {
      const before = versions[index - 1]
      if (!before || version.isOfProposer) return null
      return { version, changes: await changesBetween(explaining, before.document, version.document) }
    }),
  )
  // Publishing fills in fields that are not shown to readers.
  return changed
    .filter((each) => each !== null)
    .filter(({ version, changes }) => changes.length > 0 || version.note)
}

async function explain(
  { writing, reader, network, kind }: Explaining,
  from: RecordDocument,
  before: EventDocument,
  after: EventDocument,
  left: readonly string[],
): Promise<ExplainedChange[]> {
  const changes = compareDocuments(from, after).filter(({ path }) => !left.includes(path[0] ?? ''))
  const explained = await kind.explain(writing, reader, network, changes, { before, after })
  return explained
    .map((change) => ({ ...change, before: change.before || null, after: change.after || null }))
    .filter((change) => change.before !== null || change.after !== null)
}

import type { Context } from '../../../../platform/context/context.ts'
import { confirmEvidence, writeEvidence } from '../../../registry/evidence/index.ts'
import { writeNote } from '../../../registry/index.ts'
import type { ResourceValue } from '../../parts/part-values.ts'
import type { Fact, Written } from '../facts/fact.ts'
import { countNetworkNotes, lookUpLink } from './resources.queries.ts'
import { evidenceOf, type TextWritingContext } from './writing-context.ts'

/** Adds a link from a text to the network, unless it exists; a link with an invalid address is kept by its name. */
export async function writeLink(
  context: Context,
  writingContext: TextWritingContext,
  fact: Fact,
  { label, url }: ResourceValue,
): Promise<Written> {
  const { network, text } = writingContext
  const known = await lookUpLink(context, network.id, { label, url })
  const id =
    known ??
    (await writeNote(context, network.id, {
      subjectKind: 'network',
      subjectId: network.id,
      kind: 'resource',
      label: { [text.language ?? 'fr']: { text: label, state: 'original' } },
      url,
      position: await countNetworkNotes(context, network.id),
      knownOn: context.today,
    }))
  const subject = { subjectKind: 'note', subjectId: id, field: 'note' }
  const evidence = evidenceOf(writingContext, fact, subject, { knownOn: context.today })
  await writeEvidence(context, network.id, [evidence])
  await confirmEvidence(context, network.id, [evidence.id])
  return { kind: 'note', id, isNew: known === null, changes: [], evidenceIds: [evidence.id] }
}

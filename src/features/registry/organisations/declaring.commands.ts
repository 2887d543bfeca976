import type { Context } from '../../../platform/context/context.ts'
import type { Change } from '../../../platform/records/difference.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { type Declared, declareFacts, declareWords, type Fact } from '../declarations.commands.ts'

/** Records the words that declare a change of an organisation, and lets each changed fact rest on them. */
export async function declareChanges(
  context: Context,
  network: RecordNetwork,
  organisationId: string,
  changes: Change[],
  declared: Declared,
): Promise<void> {
  if (declared.reason === '' || changes.length === 0) return
  const facts = await listFacts(context, network.id, organisationId, changes)
  // A removed interest leaves no fact: the words stay as a source.
  if (facts.length === 0) await declareWords(context, network, declared)
  else await declareFacts(context, network, facts, declared)
}

async function listFacts(
  { database }: Context,
  networkId: string,
  organisationId: string,
  changes: Change[],
): Promise<Fact[]> {
  const interest = await database
    .selectFrom('registry_interest')
    .select('interest_id as id')
    .where('network_id', '=', networkId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  const facts = changes.flatMap(({ path: [field = '', , part, id] }): Fact[] => {
    if (field !== 'networks') return [{ subjectKind: 'organisation', subjectId: organisationId, field }]
    if (part === 'notes' && id) return [{ subjectKind: 'note', subjectId: id, field: 'note' }]
    return interest ? [{ subjectKind: 'interest', subjectId: interest.id, field: 'organisation' }] : []
  })
  return [...new Map(facts.map((fact) => [`${fact.subjectId} ${fact.field}`, fact])).values()]
}

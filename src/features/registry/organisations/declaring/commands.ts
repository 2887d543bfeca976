import type { Context } from '../../../../platform/context/context.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import type { RecordNetwork, RecordWriting } from '../../../../platform/records/record-kind.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { findNetworkName } from '../../cooperations/record/queries.ts'
import { writeDeclaration } from '../../declarations/commands.ts'
import { type NewEvidence, writeEvidence } from '../../evidence/commands.ts'

type Declared = Pick<RecordWriting, 'reason' | 'language' | 'organisationId'>

/** Writes down under which words an organisation was changed, and lets each fact that changed rest on them. */
export async function declareChanges(
  context: Context,
  network: RecordNetwork,
  organisationId: string,
  changes: Change[],
  { reason, language, organisationId: speakerId }: Declared,
): Promise<void> {
  if (reason === '' || changes.length === 0) return
  const speaker = (await listOrganisationRefs(context, speakerId === null ? [] : [speakerId])).get(
    speakerId ?? '',
  )
  const { sourceId, locator } = await writeDeclaration(context, network.id, {
    words: reason,
    language,
    declaredBy: speaker?.name ?? (await findNetworkName(context, network.id)),
    knownOn: context.today,
  })
  const facts = await listFacts(context, network.id, organisationId, changes)
  await writeEvidence(
    context,
    network.id,
    facts.map((fact) => ({
      ...fact,
      sourceId,
      locator,
      stance: 'supports' as const,
      extractedBy: speaker?.slug ?? network.slug,
      knownOn: context.today,
    })),
  )
}

type Fact = Pick<NewEvidence, 'subjectKind' | 'subjectId' | 'field'>

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

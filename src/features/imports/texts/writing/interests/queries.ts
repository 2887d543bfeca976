import type { Context } from '../../../../../platform/context/context.ts'
import type { RecordHead } from '../../../../../platform/records/record-kind.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import { listOrganisationRefs } from '../../../../registry/index.ts'

/** The interest of an organisation in a network, or null. */
export async function lookUpInterestId(
  { database }: Context,
  networkId: string,
  organisationId: string,
): Promise<string | null> {
  const found = await database
    .selectFrom('registry_interest')
    .select('interest_id as id')
    .where('network_id', '=', networkId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return found?.id ?? null
}

/** The head of an organisation of the directory, whether or not the network knows it yet: what it seeks makes it known there. */
export async function findHead(context: Context, id: string): Promise<RecordHead> {
  const found = (await listOrganisationRefs(context, [id])).get(id) ?? notFound(id)
  return { id, slug: found.slug, title: found.name, organisationIds: [id] }
}

/** Whether another source says as well that an organisation looks for a partner. */
export async function isSaidElsewhere(
  { database }: Context,
  interestId: string,
  evidenceIds: readonly string[],
): Promise<boolean> {
  const rows = await database
    .selectFrom('registry_evidence')
    .select('evidence_id')
    .where('subject_id', '=', interestId)
    .where('stance', '=', 'supports')
    .where('evidence_id', 'not in', [...evidenceIds])
    .limit(1)
    .execute()
  return rows.length > 0
}

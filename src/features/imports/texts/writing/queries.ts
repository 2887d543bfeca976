import type { Context } from '../../../../platform/context/context.ts'
import type { RecordHead } from '../../../../platform/records/record-head.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'

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

/** The head of an organisation of the directory, whether or not the network knows it yet: its interest makes it known there. */
export async function findHead(context: Context, id: string): Promise<RecordHead> {
  const [head] = await listHeads(context, [id])
  return head ?? notFound(id)
}

/** The heads of several organisations; unknown ids are left out. */
export async function listHeads(context: Context, ids: readonly string[]): Promise<RecordHead[]> {
  const refs = await listOrganisationRefs(context, ids)
  return [...refs.values()].map(({ id, slug, name }) => ({ id, slug, title: name, organisationIds: [id] }))
}

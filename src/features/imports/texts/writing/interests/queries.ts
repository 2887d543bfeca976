import type { Context } from '../../../../../platform/context/context.ts'

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

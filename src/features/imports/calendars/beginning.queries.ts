import type { Context } from '../../../platform/context/context.ts'

/** Whether a network follows an address already. */
export async function isFollowed(
  { database }: Context,
  networkId: string,
  address: string,
): Promise<boolean> {
  const row = await database
    .selectFrom('imports_calendar')
    .select('calendar_id')
    .where('network_id', '=', networkId)
    .where('kind', '=', 'subscription')
    .where('address', '=', address)
    .executeTakeFirst()
  return row !== undefined
}

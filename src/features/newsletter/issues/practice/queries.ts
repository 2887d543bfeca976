import type { Context } from '../../../../platform/context/context.ts'

/** Whether somebody else than who wrote last approves the letters of a network. */
export async function isSecondNeeded({ database }: Context, networkId: string): Promise<boolean> {
  const row = await database
    .selectFrom('newsletter_practice')
    .select('needs_second')
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return row?.needs_second ?? false
}

import type { Context } from '../../../platform/context/context.ts'

export type Resolution = Awaited<ReturnType<typeof listResolutions>>[number]

/** What a group proposed, wished or decided, in the order of its minutes. */
export async function listResolutions(context: Context, networkId: string) {
  return context.database
    .selectFrom('registry_resolution')
    .select(['resolution_id as id', 'slug', 'text', 'said_by as saidBy', 'state', 'horizon'])
    .where('network_id', '=', networkId)
    .where('known_on', '<=', context.today)
    .orderBy('position')
    .execute()
}

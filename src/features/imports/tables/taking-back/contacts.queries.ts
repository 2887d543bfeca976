import type { Context } from '../../../../platform/context/context.ts'

/** Of some posts those that are there still. */
export async function listStandingPosts(
  { database }: Context,
  postIds: readonly string[],
): Promise<Set<string>> {
  if (postIds.length === 0) return new Set()
  const rows = await database
    .selectFrom('contacts_post')
    .select('post_id')
    .where('post_id', 'in', [...postIds])
    .execute()
  return new Set(rows.map(({ post_id }) => post_id))
}

import { sql } from 'kysely'
import type { Context } from '../../../../../platform/context/context.ts'

/** What has become, since an instant, of who holds a post. */
export async function lookUpHolderState(
  { database }: Context,
  postId: string,
  since: string,
): Promise<'gone' | 'untouched' | 'changed'> {
  const { rows } = await sql<{ changed: boolean }>`
    select c.updated_at > ${since}::timestamptz as changed
    from contacts_holding h join contacts_person c on c.contact_id = h.contact_id
    where h.post_id = ${postId} and h.left_at is null
  `.execute(database)
  const [found] = rows
  if (!found) return 'gone'
  return found.changed ? 'changed' : 'untouched'
}

import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'

/** The present state of a post: its name, its holder and how to reach them. */
export interface PostState {
  function: LocalizedText
  vacantSince: string | null
  announcedFor: string | null
  holdingId: string | null
  contactId: string | null
  email: string | null
  telephone: string | null
  confirmedAt: string | null
  confirmedBy: string | null
}

/** The present state of a post, and whether anything about its holder changed after an instant. */
export async function findPostState(
  { database }: Context,
  postId: string,
  since: string,
): Promise<PostState & { isTouched: boolean }> {
  const { rows } = await sql<PostState & { isTouched: boolean }>`
    select p.function, p.vacant_since as "vacantSince", p.announced_for as "announcedFor",
      h.holding_id as "holdingId", h.contact_id as "contactId", c.email, c.telephone,
      c.confirmed_at::text as "confirmedAt", c.confirmed_by as "confirmedBy",
      coalesce(c.updated_at > ${since}::timestamptz and c.removed_at is null, false) as "isTouched"
    from contacts_post p
    left join contacts_holding h on h.post_id = p.post_id and h.left_at is null
    left join contacts_person c on c.contact_id = h.contact_id
    where p.post_id = ${postId}
  `.execute(database)
  const [found] = rows
  if (!found) throw new Error(`The post ${postId} is gone`)
  return found
}

/** A post before an import, and as the import left it. */
export interface Former {
  before: PostState
  after: Pick<PostState, 'function' | 'contactId' | 'email' | 'telephone'>
  writtenAt: string
}

/** The copy of a post from before an import; null if there is none, or none any more. */
export async function lookUpFormer(
  { database }: Context,
  importId: string,
  postId: string,
): Promise<Former | null> {
  const { rows } = await sql<Former>`
    select
      json_build_object('function', function, 'vacantSince', vacant_since, 'announcedFor', announced_for,
        'holdingId', holding_id, 'contactId', contact_id, 'email', email, 'telephone', telephone,
        'confirmedAt', confirmed_at, 'confirmedBy', confirmed_by) as before,
      json_build_object('function', new_function, 'contactId', new_contact_id, 'email', new_email,
        'telephone', new_telephone) as after,
      written_at::text as "writtenAt"
    from contacts_former where import_id = ${importId} and post_id = ${postId}
  `.execute(database)
  return rows[0] ?? null
}

/** Those of some posts that were changed after an instant, or whose holder was. */
export async function listPostsChangedSince(
  { database }: Context,
  postIds: readonly string[],
  since: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select p.post_id as id from contacts_post p
    left join contacts_holding h on h.post_id = p.post_id and h.left_at is null
    left join contacts_person c on c.contact_id = h.contact_id and c.removed_at is null
    where p.post_id = any(${[...postIds]}::uuid[])
      and (p.updated_at > ${since}::timestamptz or c.updated_at > ${since}::timestamptz)
  `.execute(database)
  return new Set(rows.map(({ id }) => id))
}

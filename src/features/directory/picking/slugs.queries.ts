import type { Context } from '../../../platform/context/context.ts'
import type { WrongParts } from '../../../platform/records/programs/wrong-parts.ts'
import { listOrganisationsBySlug } from '../queries.ts'
import { listOrganisationRefs } from './queries.ts'

/** The ids of organisations that a program named by their slugs; for one that does not exist, its place is wrong. */
export async function findIdsBySlug(
  context: Context,
  named: readonly { slug: string; path: readonly PropertyKey[] }[],
  wrong: WrongParts,
): Promise<(slug: string) => string> {
  const found = await listOrganisationsBySlug(context, [...new Set(named.map(({ slug }) => slug))])
  const ids = new Map(found.map(({ slug, id }) => [slug, id]))
  for (const { slug, path } of named)
    if (!ids.has(slug)) wrong.add(path, `an organisation of the directory; ${slug} is none`)
  // Whatever stands for an unknown one is never written: its place is wrong.
  return (slug) => ids.get(slug) ?? ''
}

/** The slugs of organisations, by id. */
export async function findSlugs(context: Context, ids: readonly string[]): Promise<(id: string) => string> {
  const refs = await listOrganisationRefs(context, ids)
  return (id) => {
    const slug = refs.get(id)?.slug
    if (slug === undefined) throw new Error(`The organisation ${id} is named by a record and does not exist`)
    return slug
  }
}

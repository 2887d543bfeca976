import { addOrganisation, type Described } from '../../src/features/directory/commands.ts'
import type { OrganisationRef } from '../../src/features/directory/organisation.ts'
import { listOrganisationsBySlug } from '../../src/features/directory/queries.ts'
import type { Context } from '../../src/platform/context/context.ts'

// As many digits from the first to the last: what is listed by slug stays in the order in which it was built.
let built = 10_000

/** Adds an organisation that is in no reference file: a French commune unless said otherwise. */
export async function buildOrganisation(
  context: Context,
  given: Partial<Described> = {},
): Promise<OrganisationRef> {
  const slug = given.slug ?? `place-${++built}`
  await addOrganisation(context, {
    country: 'FR',
    kind: 'commune',
    level: 4,
    name: { fr: `Lieu ${slug}` },
    ...given,
    slug,
  })
  return findReference(context, slug)
}

/** An existing organisation by its slug: of the directory, say. */
export async function findReference(context: Context, slug: string): Promise<OrganisationRef> {
  const [found] = await listOrganisationsBySlug(context, [slug])
  if (!found) throw new Error(`The test names "${slug}", which its directory does not have`)
  return found
}

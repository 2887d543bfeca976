import type { Context } from '../../platform/context/context.ts'
import { addOrganisation, listOrganisationsBySlug } from '../directory/index.ts'
import { type Demonstration, localize } from './demonstration-files.ts'

/** Adds an organisation of a demonstration to the directory, unless it exists there. */
export async function seedOrganisation(
  context: Context,
  entry: Demonstration['organisations']['organisations'][number],
): Promise<void> {
  // An authority that has since entered the reference directory is taken from there.
  if ((await listOrganisationsBySlug(context, [entry.slug])).length > 0) return
  await addOrganisation(context, {
    slug: entry.slug,
    country: entry.country,
    kind: entry.kind,
    name: entry.name,
    shortName: entry.short ?? {},
    aliases: entry.aliases,
    about: localize(entry.role_words),
    placeOf: entry.located_in,
  })
}

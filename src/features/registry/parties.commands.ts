import type { Context } from '../../platform/context/context.ts'
import { differingEntries } from '../../platform/records/difference.ts'
import type { CooperationDocument } from './cooperations/document/schema.ts'

type Parts = Pick<CooperationDocument, 'parties' | 'themes' | 'actors'>

/** Writes a tie’s parties, themes and actors, where they differ. What became known later stays. */
export async function replaceParties(
  context: Context,
  cooperation: { id: string; networkId: string },
  before: Parts,
  after: Parts,
): Promise<void> {
  await replaceHolders(context, cooperation, before, after)
  await replaceThemes(context, cooperation, before, after)
  await replaceActors(context, cooperation, before, after)
}

async function replaceHolders(
  { database }: Context,
  { id, networkId }: { id: string; networkId: string },
  before: Parts,
  after: Parts,
): Promise<void> {
  const { removed, added, changed } = differingEntries(before.parties, after.parties)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_party')
      .where('cooperation_id', '=', id)
      .where('organisation_id', 'in', removed)
      .execute()
  }
  const written = [...added, ...changed]
  if (written.length === 0) return
  const countries = await database
    .selectFrom('directory_organisation')
    .select(['organisation_id', 'country'])
    .where(
      'organisation_id',
      'in',
      written.map(({ entry }) => entry.id),
    )
    .execute()
  const countryOf = new Map(countries.map((row) => [row.organisation_id, row.country]))
  await database
    .insertInto('registry_party')
    .values(
      written.map(({ entry, position }) => ({
        cooperation_id: id,
        organisation_id: entry.id,
        network_id: networkId,
        country: countryOf.get(entry.id) ?? '',
        capacity: entry.capacity,
        position,
        known_on: entry.knownOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['cooperation_id', 'organisation_id']).doUpdateSet((row) => ({
        capacity: row.ref('excluded.capacity'),
        position: row.ref('excluded.position'),
        known_on: row.ref('excluded.known_on'),
      })),
    )
    .execute()
}

async function replaceThemes(
  { database }: Context,
  { id, networkId }: { id: string; networkId: string },
  before: Parts,
  after: Parts,
): Promise<void> {
  const { removed, added, changed } = differingEntries(before.themes, after.themes)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_theme')
      .where('cooperation_id', '=', id)
      .where('theme', 'in', removed)
      .execute()
  }
  const written = [...added, ...changed]
  if (written.length === 0) return
  await database
    .insertInto('registry_theme')
    .values(
      written.map(({ entry, position }) => ({
        cooperation_id: id,
        network_id: networkId,
        theme: entry.id,
        wished: entry.wished,
        position,
        known_on: entry.knownOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['cooperation_id', 'theme']).doUpdateSet((row) => ({
        wished: row.ref('excluded.wished'),
        position: row.ref('excluded.position'),
        known_on: row.ref('excluded.known_on'),
      })),
    )
    .execute()
}

async function replaceActors(
  { database }: Context,
  { id }: { id: string },
  before: Parts,
  after: Parts,
): Promise<void> {
  const { removed, added, changed } = differingEntries(before.actors, after.actors)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_actor')
      .where('cooperation_id', '=', id)
      .where('organisation_id', 'in', removed)
      .execute()
  }
  const written = [...added, ...changed]
  if (written.length === 0) return
  await database
    .insertInto('registry_actor')
    .values(
      written.map(({ entry, position }) => ({
        cooperation_id: id,
        organisation_id: entry.id,
        role: JSON.stringify(entry.role),
        position,
        known_on: entry.knownOn,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['cooperation_id', 'organisation_id']).doUpdateSet((row) => ({
        role: row.ref('excluded.role'),
        position: row.ref('excluded.position'),
        known_on: row.ref('excluded.known_on'),
      })),
    )
    .execute()
}

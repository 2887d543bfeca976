import type { Context } from '../../src/platform/context/context.ts'
import { buildOrganisation } from './build-organisation.ts'

/** Organisations that a text may mean as members: cities, two of one name, one abroad, one that ended, and bodies that are none. */
export async function buildMeant(context: Context): Promise<void> {
  for (const [slug, name] of [
    ['rennes', 'Rennes'],
    ['lyon', 'Lyon'],
    ['paris', 'Paris'],
    ['saint-denis-93', 'Saint-Denis'],
    ['saint-denis-974', 'Saint-Denis'],
  ] as const)
    await buildOrganisation(context, { slug, name: { fr: name } })
  await buildOrganisation(context, {
    slug: 'madrid',
    country: 'ES',
    kind: 'municipality',
    name: { fr: 'Madrid' },
  })
  await buildOrganisation(context, {
    slug: 'cuf',
    kind: 'national_association',
    level: null,
    name: { fr: 'Cités' },
  })
  await buildOrganisation(context, {
    slug: 'ambassade',
    kind: 'embassy',
    level: null,
    name: { fr: 'Ambassade' },
  })
  await buildOrganisation(context, { slug: 'ended', name: { fr: 'Ancienne' }, validUntil: '2020-01-01' })
}

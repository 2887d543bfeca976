import type { OrganisationRef } from '../../src/features/directory/organisation.ts'
import { addCooperation, type NewCooperation } from '../../src/features/registry/cooperations/commands.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { buildOrganisation } from './build-organisation.ts'

// As many digits from the first to the last: what is listed by slug stays in the order in which it was built.
let built = 10_000

export interface BuiltCooperation {
  id: string
  slug: string
  parties: OrganisationRef[]
}

/** Adds an active cooperation between a French and a Korean authority; parties are made unless given. */
export async function buildCooperation(
  context: Context,
  networkId: string,
  { parties, ...given }: Partial<Omit<NewCooperation, 'parties'>> & { parties?: OrganisationRef[] } = {},
): Promise<BuiltCooperation> {
  const slug = given.slug ?? `tie-${++built}`
  const knownOn = given.knownOn ?? '2017-07-07'
  const chosen = parties ?? [
    await buildOrganisation(context),
    await buildOrganisation(context, { country: 'KR', kind: 'si', level: 2 }),
  ]
  const id = await addCooperation(context, networkId, {
    listed: true,
    parties: chosen.map((organisation) => ({ organisation, capacity: 'party', knownOn })),
    summary: {},
    since: null,
    standings: [
      { status: 'active', intention: null, reason: {}, saidById: null, statedOn: knownOn, knownOn },
    ],
    themes: [],
    actors: [],
    prospects: [],
    ...given,
    slug,
    knownOn,
  })
  return { id, slug, parties: chosen }
}

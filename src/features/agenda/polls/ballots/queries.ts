import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { OrganisationRef } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import type { Network } from '../../../networks/index.ts'

export interface PersonVotingFor {
  /** The authorities that the person speaks for, of the countries of the network. */
  authorities: OrganisationRef[]
  countries: readonly string[]
}

/** How a person of a network may answer: for one of their authorities, else on the side that they name. */
export async function findVotingFor(
  context: Context,
  network: Pick<Network, 'id' | 'countries'>,
): Promise<PersonVotingFor> {
  const roles = ['member', 'contributor', 'chair', 'coordinator'] as const
  const refs = await listOrganisationRefs(context, organisationsOf(context.actor, network.id, roles))
  const authorities = [...refs.values()].filter(({ country }) => network.countries.includes(country))
  return { authorities, countries: network.countries }
}

import { organisationsOf } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { neverKept as neverKeptAnywhere } from '../../platform/http/never-kept.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { notFound } from '../../platform/refusal.ts'
import { listOrganisations } from '../directory/index.ts'
import { type NetworkRequest, readNetworkRequest } from '../networks/index.ts'
import { contactFilter } from './list/contact-filter.ts'
import { mayReadPosts } from './policy.ts'
import { findProcessing } from './processing/queries.ts'
import type { Sight } from './sight.ts'

export interface ContactsRequest extends NetworkRequest {
  sight: Sight
}

// Private: cached neither here nor by proxies, and not indexed.
export const neverKept = {
  config: { kept: { parameters: [...contactFilter.names, 'done'], scope: () => null } },
  ...neverKeptAnywhere,
}

/** The contacts of a network for a reader who may see them; 404 for others. */
export async function readContactsRequest(visit: Visit): Promise<ContactsRequest> {
  const asked = await readContactsCall(visit)
  return mayReadPosts(asked.sight.actor, asked.network.id) ? asked : notFound('contacts')
}

/** Like `readContactsRequest`, but the public gets in too if the network publishes its functions. */
export async function readOpenRequest(visit: Visit): Promise<ContactsRequest> {
  const asked = await readContactsCall(visit)
  if (mayReadPosts(asked.sight.actor, asked.network.id)) return asked
  const { showsFunctions } = await findProcessing(asked.context, asked.network.id)
  return showsFunctions ? asked : notFound('contacts')
}

async function readContactsCall(visit: Visit): Promise<ContactsRequest> {
  const asked = await readNetworkRequest(visit)
  return { ...asked, sight: await findSight(asked.context, asked.network.id) }
}

/** What the reader may see of a network’s contacts: the organisations they speak for decide what is read abroad. */
export async function findSight(context: Context, networkId: string): Promise<Sight> {
  const roles = ['chair', 'coordinator', 'member', 'contributor', 'reader'] as const
  const organisations = await listOrganisations(context, organisationsOf(context.actor, networkId, roles))
  const countries = [...new Set(organisations.map(({ country }) => country))]
  return { actor: context.actor, networkId, countries }
}

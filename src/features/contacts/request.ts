import { organisationsOf } from '../../platform/context/actor.ts'
import type { Context } from '../../platform/context/context.ts'
import { noStore as noStoreAnywhere } from '../../platform/http/no-store.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { notFound } from '../../platform/refusal.ts'
import { listOrganisations } from '../directory/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../networks/index.ts'
import { contactFilter } from './list/contact-filter.ts'
import { mayReadPosts } from './policy.ts'
import { findProcessing } from './processing/queries.ts'
import type { Viewer } from './visibility.ts'

export interface ContactsRequest extends NetworkRequest {
  viewer: Viewer
}

// Private: cached neither here nor by proxies, and not indexed.
export const noStoreForContacts = {
  config: { kept: { parameters: [...contactFilter.names, 'done'], scope: () => null } },
  ...noStoreAnywhere,
}

/** The contacts of a network for a reader who may see them; 404 for others. */
export async function loadContactsRequest(visit: Visit): Promise<ContactsRequest> {
  const loaded = await loadViewerRequest(visit)
  return mayReadPosts(loaded.viewer.actor, loaded.network.id) ? loaded : notFound('contacts')
}

/** Like `loadContactsRequest`, but the public gets in too if the network publishes its functions. */
export async function loadOpenRequest(visit: Visit): Promise<ContactsRequest> {
  const loaded = await loadViewerRequest(visit)
  if (mayReadPosts(loaded.viewer.actor, loaded.network.id)) return loaded
  const { showsFunctions } = await findProcessing(loaded.context, loaded.network.id)
  return showsFunctions ? loaded : notFound('contacts')
}

async function loadViewerRequest(visit: Visit): Promise<ContactsRequest> {
  const loaded = await loadNetworkRequest(visit)
  return { ...loaded, viewer: await findViewer(loaded.context, loaded.network.id) }
}

/** What the reader may see of a network’s contacts: the organisations they speak for decide what is read abroad. */
export async function findViewer(context: Context, networkId: string): Promise<Viewer> {
  const roles = ['chair', 'coordinator', 'member', 'contributor', 'reader'] as const
  const organisations = await listOrganisations(context, organisationsOf(context.actor, networkId, roles))
  const countries = [...new Set(organisations.map(({ country }) => country))]
  return { actor: context.actor, networkId, countries }
}

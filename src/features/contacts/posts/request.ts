import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { mayEditContacts } from '../policy.ts'
import { type ContactsRequest, loadContactsRequest } from '../request.ts'
import { findPost, type Post } from './queries.ts'

export interface PostRequest extends ContactsRequest {
  post: Post
  mayEdit: boolean
}

/** The post in the address, as the reader may see it, or 404. */
export async function loadPostRequest(visit: Visit): Promise<PostRequest> {
  const { request } = visit
  const loaded = await loadContactsRequest(visit)
  const post = await findPost(loaded.context, loaded.viewer, parameterOf(request.params, 'post') ?? '')
  const mayEdit = mayEditContacts(loaded.viewer.actor, loaded.network.id, post.organisation.id)
  return { ...loaded, post, mayEdit }
}

/** The post in the address for actors who may change it; 404 for others. */
export async function loadPostEditRequest(visit: Visit): Promise<PostRequest> {
  const loaded = await loadPostRequest(visit)
  return loaded.mayEdit ? loaded : notFound(loaded.post.id)
}

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
  const opened = await loadContactsRequest(visit)
  const post = await findPost(opened.context, opened.viewer, parameterOf(request.params, 'post') ?? '')
  const mayEdit = mayEditContacts(opened.viewer.actor, opened.network.id, post.organisation.id)
  return { ...opened, post, mayEdit }
}

/** The post in the address for actors who may change it; 404 for others. */
export async function loadPostEditRequest(visit: Visit): Promise<PostRequest> {
  const opened = await loadPostRequest(visit)
  return opened.mayEdit ? opened : notFound(opened.post.id)
}

import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type ContactsRequest, readContactsRequest } from '../call.ts'
import { mayEditContacts } from '../policy.ts'
import { findPost, type Post } from './queries.ts'

export interface PostRequest extends ContactsRequest {
  post: Post
  mayEdit: boolean
}

/** The post in the address, as the reader may see it, or 404. */
export async function readPostRequest(visit: Visit): Promise<PostRequest> {
  const { request } = visit
  const asked = await readContactsRequest(visit)
  const post = await findPost(asked.context, asked.sight, parameterOf(request.params, 'post') ?? '')
  const mayEdit = mayEditContacts(asked.sight.actor, asked.network.id, post.organisation.id)
  return { ...asked, post, mayEdit }
}

/** The post in the address for actors who may change it; 404 for others. */
export async function readPostEdit(visit: Visit): Promise<PostRequest> {
  const asked = await readPostRequest(visit)
  return asked.mayEdit ? asked : notFound(asked.post.id)
}

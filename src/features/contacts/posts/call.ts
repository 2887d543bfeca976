import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { type ContactsRequest, readContactsRequest } from '../call.ts'
import { mayEditContacts } from '../policy.ts'
import { findPost, type Post } from './queries.ts'

export interface PostRequest extends ContactsRequest {
  post: Post
  mayEdit: boolean
}

/** The post that an address names, as the reader may see it, or 404. */
export async function readPostRequest(
  application: Application,
  request: FastifyRequest,
): Promise<PostRequest> {
  const asked = await readContactsRequest(application, request)
  const post = await findPost(asked.context, asked.sight, parameterOf(request.params, 'post') ?? '')
  const mayEdit = mayEditContacts(asked.sight.actor, asked.network.id, post.organisation.id)
  return { ...asked, post, mayEdit }
}

/** The same for those who may change it; for others there is no such page. */
export async function readPostEdit(application: Application, request: FastifyRequest): Promise<PostRequest> {
  const asked = await readPostRequest(application, request)
  return asked.mayEdit ? asked : notFound(asked.post.id)
}

import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../../networks/index.ts'
import { maySendLetters } from '../policy.ts'
import { findSending } from './queries.ts'
import type { Sending } from './sending.ts'

/** The network that an address names, for those who send its letters; 404 for others. */
export async function readSenderRequest(
  application: Application,
  request: FastifyRequest,
): Promise<WritingRequest> {
  const asked = await readWritingRequest(application, request)
  return maySendLetters(asked.writing.actor, asked.network.id) ? asked : notFound('sending')
}

export interface SendingRequest extends WritingRequest {
  sending: Sending
}

/** The same with the sending that the address names. */
export async function readSendingRequest(
  application: Application,
  request: FastifyRequest,
): Promise<SendingRequest> {
  const asked = await readSenderRequest(application, request)
  const id = parameterOf(request.params, 'sending') ?? ''
  return { ...asked, sending: await findSending(asked.writing, asked.network.id, id) }
}

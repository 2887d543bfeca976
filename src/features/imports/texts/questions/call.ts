import type { FastifyReply } from 'fastify'
import { paths } from '../../paths.ts'
import type { TextRequest } from '../call.ts'

/** After an answer: back to the facts, which begin with the questions that are left. */
export function goOnAsking(
  reply: FastifyReply,
  { reader, network, text }: TextRequest,
  answered: number,
): FastifyReply {
  const address = paths.text(reader, network.slug, text.id, { answered: String(answered) })
  return reply.redirect(`${address}#facts`, 303)
}

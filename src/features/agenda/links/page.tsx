import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../platform/http/application.ts'
import { drawNetworkPage, type NetworkRequest } from '../../networks/index.ts'

interface SecretPage {
  title: string
  description: string
  children: ComponentChildren
}

/** Sends a page whose address speaks for somebody: no other page may learn it, and nobody keeps it. */
export function drawSecretPage(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: NetworkRequest,
  drawn: SecretPage,
): FastifyReply {
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex')
  return drawNetworkPage(application, request, reply, asked, { ...drawn, path: '', noindex: true }).header(
    'cache-control',
    'private, no-store',
  )
}

/** Leads on from a page whose address speaks for somebody. */
export function goOn(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('referrer-policy', 'no-referrer').redirect(address, 303)
}

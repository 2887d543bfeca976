import type { FastifyReply } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { type SitePage, sitePage } from '../../ui/shell/site-page.tsx'

/** Sends a page about one person: read from nowhere else, kept by nobody, found by no search engine. */
export function sendOwnPage(
  application: Application,
  reply: FastifyReply,
  reader: Reader,
  drawn: Omit<SitePage, 'noindex' | 'width'>,
): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(sitePage(application, reader, { ...drawn, noindex: true, width: 'reading' }))
}

/** For a page whose address lets somebody in: no other page may learn it. */
export function hideAddress(reply: FastifyReply): void {
  reply.header('referrer-policy', 'no-referrer')
}

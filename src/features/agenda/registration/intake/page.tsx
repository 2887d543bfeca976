import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Application } from '../../../../platform/http/application.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import type { FormRequest } from './call.ts'
import { SentPage } from './views/sent-page.tsx'

/** Draws a page on which somebody registers. */
export function drawIntakePage(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: FormRequest,
  { path, children }: { path: string; children: ComponentChildren },
): FastifyReply {
  const { reader, event } = asked
  return drawNetworkPage(application, request, reply, asked, {
    title: `${reader.t('agenda.registration.title')} · ${eventTitle(reader, event)}`,
    description: reader.t('agenda.registration.title'),
    path: `/agenda/${event.slug}/${path}`,
    noindex: true,
    width: 'reading',
    children,
  })
}

/** Says that a mail follows. */
export function drawSent(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: FormRequest,
  sent: { address: string; said: 'sent' | 'renewed' },
): FastifyReply {
  const children = (
    <SentPage reader={asked.reader} network={asked.network.slug} event={asked.event} {...sent} />
  )
  return drawIntakePage(application, request, reply, asked, { path: 'registration', children })
}

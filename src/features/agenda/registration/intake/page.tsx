import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import type { FormRequest } from './call.ts'
import { SentPage } from './views/sent-page.tsx'

/** Draws a page on which somebody registers. */
export function drawIntakePage(
  asked: FormRequest,
  { path, children }: { path: string; children: ComponentChildren },
): FastifyReply {
  const { reader, event } = asked
  return drawNetworkPage(asked, {
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
  asked: FormRequest,
  sent: { address: string; said: 'sent' | 'renewed' },
): FastifyReply {
  const children = <SentPage network={asked.network.slug} event={asked.event} {...sent} />
  return drawIntakePage(asked, { path: 'registration', children })
}

import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { Shown } from '../../../platform/records/record-part.ts'
import { eventTitle } from '../../agenda/events/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import type { EventRequest, SessionRequest } from './call.ts'

/** Draws the page of a session; with what is wrong, when something was asked for that cannot be. */
export type DrawSession = (asked: SessionRequest, shown: Shown) => Promise<FastifyReply>

interface SessionPageContent {
  title: string
  /** What follows `meetings` in the address. */
  path?: string
  isWrong?: boolean
  width?: 'wide'
  children: ComponentChildren
}

/** Draws a page of the bilateral meetings of an event: nobody else’s business, and in no search engine. */
export function drawMeetingsPage(
  asked: EventRequest,
  { title, path = '', isWrong = false, width, children }: SessionPageContent,
): FastifyReply {
  const { reader, event } = asked
  return drawNetworkPage(asked, {
    status: isWrong ? 422 : 200,
    title: `${title} · ${eventTitle(reader, event)}`,
    description: title,
    path: `/agenda/${event.slug}/meetings${path}`,
    noindex: true,
    ...(width ? { width } : {}),
    children,
  })
}

/** Which slot of a long timetable an address names, from 1; the first one where it names none. */
export function slotOf(query: unknown): number {
  const slot = parameterOf(query, 'slot') ?? ''
  return /^\d{1,2}$/.test(slot) ? Number(slot) : 1
}

import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { drawNetworkPage, type NetworkRequest } from '../../networks/index.ts'
import { findEventChoices } from './choices/queries.ts'
import type { EventFilter } from './list/filter.ts'
import { type AgendaView, pathOfView } from './paths.ts'
import { AgendaHead } from './views/agenda-head.tsx'

interface ViewPage {
  view: Exclude<AgendaView, 'list'>
  filter: EventFilter
  title: string
  lead: string
  description?: string
  noindex?: boolean
  /** What the view’s own address says, beside the filter. */
  kept?: Record<string, string>
  /** A day that is shown: the other views open around it. */
  day?: string
  children: ComponentChildren
}

/** Draws a view of the agenda: under its title, the other views and what narrows all of them. */
export async function drawAgendaView(
  asked: NetworkRequest,
  { filter, title, lead, description = lead, noindex = false, children, ...head }: ViewPage,
): Promise<FastifyReply> {
  const { context, network } = asked
  const choices = await findEventChoices(context, network.id)
  return drawNetworkPage(asked, {
    title,
    description,
    path: pathOfView(head.view),
    searched: filter.text,
    width: 'wide',
    noindex,
    children: (
      <>
        <AgendaHead
          network={network}
          filter={filter}
          choices={choices}
          title={title}
          lead={<p>{lead}</p>}
          {...head}
        />
        {children}
      </>
    ),
  })
}

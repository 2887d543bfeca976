import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { type Network, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { paths as agendaPaths } from '../paths.ts'
import type { EventFilter } from './list/event-filter.ts'
import { type EventChoices, EventFilters } from './list/event-filters.tsx'
import { type AgendaView, pathOfView } from './paths.ts'
import { findEventChoices } from './queries.ts'
import { viewWays } from './views/view-ways.ts'

interface ViewPage {
  view: Exclude<AgendaView, 'list'>
  filter: EventFilter
  title: string
  lead: string
  description?: string
  noindex?: boolean
  /** Parameters of the view’s own, beside the filter. */
  kept?: Record<string, string>
  /** A day that is shown: the other views open around it. */
  day?: string
  children: ComponentChildren
}

/** Renders a view of the agenda under its title, the other views and the filter. */
export async function renderAgendaView(
  visit: NetworkRequest,
  { filter, title, lead, description = lead, noindex = false, day, children, ...head }: ViewPage,
): Promise<FastifyReply> {
  const { context, network } = visit
  const choices = await findEventChoices(context, network.id)
  return renderNetworkPage(visit, {
    title,
    description,
    path: pathOfView(head.view),
    ways: viewWays(visit.reader, network, filter, day),
    searched: filter.q,
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

interface AgendaHeadProps {
  network: Network
  filter: EventFilter
  choices: EventChoices
  view: AgendaView
  title: string
  lead: ComponentChildren
  /** Parameters of the view’s own, beside the filter. */
  kept?: Record<string, string>
}

/** The head of every view of the agenda: its title and the filter. */
function AgendaHead({ network, filter, choices, view, ...shown }: AgendaHeadProps) {
  const reader = useReader()
  return (
    <>
      <PageHeading
        lead={shown.lead}
        actions={
          <>
            <PrintButton />{' '}
            <a href={agendaPaths.overlap(reader, network.slug)}>{reader.t('agenda.overlap.title')}</a>{' '}
            <a href={agendaPaths.checkDate(reader, network.slug)}>{reader.t('agenda.check.title')}</a>
          </>
        }
      >
        {shown.title}
      </PageHeading>
      <EventFilters
        network={network}
        filter={filter}
        choices={choices}
        view={view}
        {...(shown.kept ? { kept: shown.kept } : {})}
      />
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths as agendaPaths } from '../../paths.ts'
import type { EventFilter } from '../list/filter.ts'
import { type EventChoices, EventFilters } from '../list/views/event-filters.tsx'
import type { AgendaView } from '../paths.ts'
import { ViewSwitch } from './view-switch.tsx'

interface AgendaHeadProps {
  network: Network
  filter: EventFilter
  choices: EventChoices
  view: AgendaView
  title: string
  lead: ComponentChildren
  /** What the view’s own address says, beside the filter. */
  kept?: Record<string, string>
  /** A day that is shown: the other views open around it. */
  day?: string
}

/** What stands above every view of the agenda: its title, the other views, and what narrows it. */
export function AgendaHead({ network, filter, choices, view, ...shown }: AgendaHeadProps) {
  const reader = useReader()
  return (
    <>
      <PageHeading
        lead={shown.lead}
        actions={
          <>
            <PrintButton />{' '}
            <a href={agendaPaths.holidays(reader, network.slug)}>{reader.t('agenda.holidays.all')}</a>{' '}
            <a href={agendaPaths.overlap(reader, network.slug)}>{reader.t('agenda.overlap.title')}</a>{' '}
            <a href={agendaPaths.checkDate(reader, network.slug)}>{reader.t('agenda.check.title')}</a>
          </>
        }
      >
        {shown.title}
      </PageHeading>
      <ViewSwitch
        network={network.slug}
        filter={filter}
        view={view}
        {...(shown.day === undefined ? {} : { day: shown.day })}
      />
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

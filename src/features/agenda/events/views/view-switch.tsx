import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { weekOf } from '../calendar/iso-week.ts'
import { type EventFilter, viewParameters } from '../list/event-filter.ts'
import { type AgendaView, agendaViews, paths } from '../paths.ts'

interface ViewSwitchProps {
  network: string
  filter: EventFilter
  view: AgendaView
  /** A day that the view shows: the others open around it. */
  day?: string
}

/** The ways of looking at the agenda, each with the same filters. */
export function ViewSwitch({ network, filter, view, day }: ViewSwitchProps) {
  const reader = useReader()
  return (
    <Tabs
      label={reader.t('agenda.view.label')}
      tabs={agendaViews.map((each) => ({
        label: reader.t(`agenda.view.${each}`),
        href: paths.view(reader, network, each, { ...viewParameters(filter), ...placeOf(each, day) }),
        current: each === view,
      }))}
    />
  )
}

function placeOf(view: AgendaView, day: string | undefined): Record<string, string> {
  if (day === undefined) return {}
  if (view === 'month') return { month: day.slice(0, 7) }
  if (view === 'week') return { week: weekOf(day).week }
  return view === 'missions' ? { year: day.slice(0, 4) } : {}
}

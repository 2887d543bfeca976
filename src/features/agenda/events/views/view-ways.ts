import type { Reader } from '../../../../platform/i18n/reader.ts'
import { weekOf } from '../calendar/iso-week.ts'
import { type EventFilter, viewParameters } from '../list/event-filter.ts'
import { type AgendaView, agendaViews, pathOfView, paths } from '../paths.ts'

/** The ways of looking at the agenda with the same filter, around a day that the present one shows, by what follows the network. */
export function viewWays(
  reader: Reader,
  network: { slug: string },
  filter: EventFilter,
  day?: string,
): Record<string, string> {
  return Object.fromEntries(
    agendaViews.map((view) => [
      pathOfView(view),
      paths.view(reader, network.slug, view, { ...viewParameters(filter), ...placeOf(view, day) }),
    ]),
  )
}

function placeOf(view: AgendaView, day: string | undefined): Record<string, string> {
  if (day === undefined) return {}
  if (view === 'month') return { month: day.slice(0, 7) }
  if (view === 'week') return { week: weekOf(day).week }
  return view === 'missions' ? { year: day.slice(0, 4) } : {}
}

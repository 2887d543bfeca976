import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'

type Parameters = Record<string, string | string[] | undefined>

/** The ways of looking at the agenda, in the order in which they are offered. */
export const agendaViews = ['list', 'month', 'week', 'missions', 'map'] as const
export type AgendaView = (typeof agendaViews)[number]

/** What follows the network in the address of a view. */
export function pathOfView(view: AgendaView): string {
  return view === 'list' ? '/agenda' : `/agenda/${view}`
}

/** Addresses of events, in the reader’s language and for the day they look at. */
export const paths = {
  agenda: (reader: Reader, network: string, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}/agenda`, parameters),
  /** One of the ways of looking at the agenda; the list is the agenda itself. */
  view: (reader: Reader, network: string, view: AgendaView, parameters: Parameters = {}) =>
    addressFor(reader, `/${network}${pathOfView(view)}`, parameters),
  /** An event, or the occurrence of one that begins by its rule on a day. */
  event: (reader: Reader, network: string, slug: string, occursOn: string | null = null) =>
    addressFor(reader, `/${network}/agenda/${slug}`, { date: occursOn ?? undefined }),
  /** A form of an event, or of one entry of a list in it. */
  editPart: (reader: Reader, network: string, slug: string, part: string, entry?: string) =>
    addressFor(reader, `/${network}/agenda/${slug}/edit/${part}${entry === undefined ? '' : `/${entry}`}`),
  organisation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/organisations/${slug}`),
  cooperation: (reader: Reader, network: string, slug: string) =>
    addressFor(reader, `/${network}/cooperations/${slug}`),
}

/** What no event may be called: other pages of the agenda. */
export const reservedSlugs: readonly string[] = [
  'new',
  'holidays',
  'check',
  'overlap',
  'polls',
  'polled',
  'import',
  'month',
  'week',
  'missions',
  'map',
  'propose',
  'proposed',
  'proposals',
  'registered',
  'subscribe',
  'feeds',
  'embed',
]

import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { compareNames } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type ActiveFilter, type FilterField, Filters } from '../../../../ui/table/filters.tsx'
import { countryName } from '../../../directory/index.ts'
import { type Network, themes } from '../../../networks/index.ts'
import { eventKinds } from '../codes.ts'
import { type AgendaView, pathOfView, paths } from '../paths.ts'
import { type EventFilter, usualSpan } from './filter.ts'

export interface EventChoices {
  kinds: string[]
  themes: string[]
  guests: string[]
}

type Parameters = Record<string, string | string[] | undefined>

interface EventFiltersProps {
  network: Network
  filter: EventFilter
  choices: EventChoices
  /** Where the form leads, and what of that view’s own address it keeps: the month that is looked at. */
  view?: AgendaView
  kept?: Record<string, string>
}

/** The same parameters with the span, where it is not the usual one: every view is handed them. */
export function viewParameters(filter: EventFilter, without: Record<string, string> = {}) {
  const when = filter.span === usualSpan(filter) ? undefined : filter.span
  return { ...filterParameters(filter, without), when }
}

/** The parameters of a filter as the agenda’s address carries them, without one that is taken away. */
export function filterParameters(filter: EventFilter, without: Record<string, string> = {}) {
  const keep = (name: string, values: string[]) => values.filter((value) => without[name] !== value)
  const one = (name: string, value: string | null) =>
    value === null || value === '' || without[name] !== undefined ? undefined : value
  return {
    q: one('q', filter.text),
    theme: keep('theme', filter.themes),
    kind: keep('kind', filter.kinds),
    status: keep('status', filter.states),
    country: one('country', filter.country),
    guest: one('guest', filter.guest),
    organisation: one('organisation', filter.organisation),
    cooperation: one('cooperation', filter.cooperation),
    seats: one('seats', filter.seatsOpen ? 'open' : null),
    commitments: one('commitments', filter.commitmentsOpen ? 'open' : null),
    from: one('from', filter.from),
    to: one('to', filter.to),
  }
}

/** Choices by which the agenda is narrowed, and those in force. */
export function EventFilters({ network, filter, choices, view = 'list', kept = {} }: EventFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const fields: FilterField[] = [
    { type: 'search', name: 'q', label: t('agenda.filter.text'), value: filter.text },
    {
      type: 'select',
      name: 'kind',
      label: t('agenda.filter.kind'),
      value: filter.kinds[0] ?? '',
      options: optionsOf(reader, eventKinds, choices.kinds, (code) => t(`agenda.eventKind.${code}`)),
    },
    {
      type: 'select',
      name: 'theme',
      label: t('agenda.filter.theme'),
      value: filter.themes[0] ?? '',
      options: optionsOf(reader, themes, choices.themes, (code) => t(`networks.theme.${code}`)),
    },
  ]
  const more: FilterField[] = [
    {
      type: 'select',
      name: 'country',
      label: t('agenda.filter.country'),
      value: filter.country ?? '',
      options: network.countries.map((value) => ({ value, label: countryName(reader, value) })),
    },
    {
      type: 'select',
      name: 'guest',
      label: t('agenda.filter.guest'),
      value: filter.guest ?? '',
      options: [...new Set([...network.countries, ...choices.guests])].map((value) => ({
        value,
        label: t('agenda.filter.guestNotSubject', { country: countryName(reader, value) }),
      })),
    },
    {
      type: 'select',
      name: 'seats',
      label: t('agenda.filter.seats'),
      value: filter.seatsOpen ? 'open' : '',
      options: [
        { value: 'open', label: capitalized(t('agenda.mission.seatsOpen'), reader.interfaceLanguage) },
      ],
    },
    {
      type: 'select',
      name: 'commitments',
      label: t('agenda.filter.commitments'),
      value: filter.commitmentsOpen ? 'open' : '',
      options: [
        { value: 'open', label: capitalized(t('agenda.filter.commitmentsWanted'), reader.interfaceLanguage) },
      ],
    },
    {
      type: 'period',
      label: t('agenda.filter.period'),
      from: { name: 'from', value: filter.from ?? '' },
      until: { name: 'to', value: filter.to ?? '' },
    },
  ]
  return (
    <Filters
      action={`/${reader.language}/${network.slug}${pathOfView(view)}`}
      fields={fields}
      more={more}
      moreOpen={
        filter.seatsOpen ||
        filter.commitmentsOpen ||
        [filter.country, filter.guest, filter.from, filter.to].some((each) => each !== null)
      }
      kept={{
        ...(view === 'list' || filter.span !== usualSpan(filter) ? { when: filter.span } : {}),
        ...kept,
        ...(filter.organisation ? { organisation: filter.organisation } : {}),
        ...(filter.cooperation ? { cooperation: filter.cooperation } : {}),
        ...(reader.now ? { now: reader.now } : {}),
      }}
      active={activeFilters(reader, network, filter, (parameters) =>
        paths.view(reader, network.slug, view, { ...parameters, ...kept }),
      )}
      clearHref={paths.view(reader, network.slug, view, { when: filter.span, ...kept })}
    />
  )
}

interface Option {
  value: string
  label: string
}

// The codes found stay the same list as long as nothing changes: sorted once for each language.
const options = new WeakMap<readonly string[], Map<string, Option[]>>()

function optionsOf<T extends string>(
  { language, interfaceLanguage }: Reader,
  all: readonly T[],
  found: readonly string[],
  word: (code: T) => string,
): Option[] {
  const known = options.get(found) ?? new Map<string, Option[]>()
  options.set(found, known)
  const made =
    known.get(language) ??
    all
      .filter((code) => found.includes(code))
      .map((value) => ({ value, label: capitalized(word(value), interfaceLanguage) }))
      .sort((a, b) => compareNames(language, a.label, b.label))
  known.set(language, made)
  return made
}

/** The choices in force, in words, each with the address without it. */
export function activeFilters(
  reader: Reader,
  network: Pick<Network, 'slug'>,
  filter: EventFilter,
  address = (parameters: Parameters) => paths.agenda(reader, network.slug, parameters),
): ActiveFilter[] {
  const { t } = reader
  const chip = (parameter: string, label: string, code: string | null, value = code ?? ''): ActiveFilter[] =>
    code === null || code === ''
      ? []
      : [
          {
            label,
            value,
            removeHref: address({ ...filterParameters(filter, { [parameter]: code }), when: filter.span }),
          },
        ]
  const country = (code: string | null) => (code === null ? '' : countryName(reader, code))
  return [
    ...chip('q', t('agenda.filter.text'), filter.text),
    ...filter.kinds.flatMap((code) =>
      chip('kind', t('agenda.filter.kind'), code, t(`agenda.eventKind.${code}`)),
    ),
    ...filter.themes.flatMap((code) =>
      chip('theme', t('agenda.filter.theme'), code, t(`networks.theme.${code}`)),
    ),
    ...filter.states.flatMap((code) =>
      chip('status', t('agenda.filter.state'), code, t(`agenda.state.${code}`)),
    ),
    ...chip('country', t('agenda.filter.country'), filter.country, country(filter.country)),
    ...chip('guest', t('agenda.filter.guest'), filter.guest, country(filter.guest)),
    ...chip('organisation', t('agenda.filter.organisation'), filter.organisation),
    ...chip('cooperation', t('agenda.filter.cooperation'), filter.cooperation),
    ...chip(
      'seats',
      t('agenda.filter.seats'),
      filter.seatsOpen ? 'open' : null,
      t('agenda.mission.seatsOpen'),
    ),
    ...chip(
      'commitments',
      t('agenda.filter.commitments'),
      filter.commitmentsOpen ? 'open' : null,
      t('agenda.filter.commitmentsWanted'),
    ),
    ...chip('from', t('ui.filters.from'), filter.from),
    ...chip('to', t('ui.filters.until'), filter.to),
  ]
}

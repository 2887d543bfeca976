import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { compareNames } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import {
  activeFilters,
  type ListFields,
  ListFilters,
  type ListFiltersProps,
} from '../../../../ui/table/list-filters.tsx'
import { countryName } from '../../../directory/index.ts'
import { type Network, themes } from '../../../networks/index.ts'
import { eventKinds } from '../codes.ts'
import { type AgendaView, pathOfView, paths } from '../paths.ts'
import { type EventFilter, spanParameters, usualSpan } from './event-filter.ts'

export interface EventChoices {
  kinds: string[]
  themes: string[]
  guests: string[]
}

interface EventFiltersProps {
  network: Network
  filter: EventFilter
  choices: EventChoices
  /** Where the form leads, and which part of that view’s own address it preserves: the month that is looked at. */
  view?: AgendaView
  kept?: Record<string, string>
}

type Parameters = ReturnType<typeof spanParameters>

/** The choices of the filter, and those in force. */
export function EventFilters(props: EventFiltersProps) {
  const reader = useReader()
  const { network, filter, view = 'list', kept } = props
  return (
    <ListFilters
      {...eventFilters(reader, props)}
      parameters={spanParameters(filter)}
      address={(parameters) => paths.view(reader, network.slug, view, { ...parameters, ...kept })}
    />
  )
}

/** What narrows the agenda, as one of its views offers it. */
export function eventFilters(
  reader: Reader,
  { network, filter, choices, view = 'list', kept = {} }: EventFiltersProps,
): Omit<ListFiltersProps<Parameters>, 'parameters' | 'address'> {
  const { organisation, cooperation } = filter
  return {
    action: `/${reader.language}/${network.slug}${pathOfView(view)}`,
    fields: fieldsOf(reader, network.countries, choices),
    kept: {
      when: view === 'list' || filter.span !== usualSpan(filter) ? filter.span : undefined,
      ...kept,
      organisation: organisation ?? undefined,
      cooperation: cooperation ?? undefined,
      now: reader.now ?? undefined,
    },
    clearHref: paths.view(reader, network.slug, view, { when: filter.span, ...kept }),
  }
}

const noChoices: EventChoices = { kinds: [], themes: [], guests: [] }

/** A filter in words: what each criterion in force is called, and its value. */
export function filterWords(reader: Reader, filter: EventFilter): string[] {
  return activeFilters(reader, {
    parameters: spanParameters(filter),
    fields: fieldsOf(reader, [], noChoices),
    address: () => '',
  }).map(({ label, value }) => `${label} – ${value}`)
}

function fieldsOf(
  reader: Reader,
  countries: readonly string[],
  choices: EventChoices,
): ListFields<Parameters> {
  const { t } = reader
  const countryWord = (code: string) => countryName(reader, code)
  return [
    { name: 'q', label: t('agenda.filter.text') },
    {
      name: 'kind',
      label: t('agenda.filter.kind'),
      word: (code) => t(`agenda.eventKind.${code}`),
      options: optionsOf(reader, eventKinds, choices.kinds, (code) => t(`agenda.eventKind.${code}`)),
    },
    {
      name: 'theme',
      label: t('agenda.filter.theme'),
      word: (code) => t(`networks.theme.${code}`),
      options: optionsOf(reader, themes, choices.themes, (code) => t(`networks.theme.${code}`)),
    },
    {
      name: 'status',
      place: 'told',
      label: t('agenda.filter.state'),
      word: (code) => t(`agenda.state.${code}`),
    },
    {
      name: 'country',
      place: 'more',
      label: t('agenda.filter.country'),
      codes: countries,
      word: countryWord,
    },
    {
      name: 'guest',
      place: 'more',
      label: t('agenda.filter.guest'),
      word: countryWord,
      options: [...new Set([...countries, ...choices.guests])].map((value) => ({
        value,
        label: t('agenda.filter.guestNotSubject', { country: countryWord(value) }),
      })),
    },
    { name: 'organisation', place: 'told', label: t('agenda.filter.organisation') },
    { name: 'cooperation', place: 'told', label: t('agenda.filter.cooperation') },
    {
      name: 'seats',
      place: 'more',
      label: t('agenda.filter.seats'),
      codes: ['open'],
      word: () => t('agenda.mission.seatsOpen'),
      hasCapital: true,
    },
    {
      name: 'commitments',
      place: 'more',
      label: t('agenda.filter.commitments'),
      codes: ['open'],
      word: () => t('agenda.filter.commitmentsWanted'),
      hasCapital: true,
    },
    { name: 'from', until: 'to', place: 'more', label: t('agenda.filter.period') },
  ]
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

import { compareNames } from '../../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type ActiveFilter, type FilterField, Filters } from '../../../../ui/table/filters.tsx'
import { countryName, type OrganisationRef, shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { themes } from '../../../networks/index.ts'
import { agreementKinds, confirmations, statuses } from '../../codes.ts'
import { paths } from '../../paths.ts'
import type { CooperationFilter } from '../filter.ts'

interface CooperationFiltersProps {
  network: Network
  filter: CooperationFilter
  /** Codes that occur in the network: nobody chooses what nothing has. */
  choices: FilterChoices
  view: string
}

export interface FilterChoices {
  themes: string[]
  statuses: string[]
  kinds: string[]
  confirmations: string[]
  levels: number[]
  regions: OrganisationRef[]
}

/** The parameters of a filter as the list's address carries them, without those of one that is taken away. */
export function filterParameters(filter: CooperationFilter, without: Partial<Record<string, string>> = {}) {
  const keep = (name: string, values: string[]) => values.filter((value) => without[name] !== value)
  const one = (name: string, value: string | number | null) =>
    value === null || without[name] !== undefined ? undefined : String(value)
  return {
    q: without.q === undefined && filter.text !== '' ? filter.text : undefined,
    theme: keep('theme', filter.themes),
    status: keep('status', filter.statuses),
    kind: keep('kind', filter.kinds),
    confirmation: keep('confirmation', filter.confirmations),
    country: one('country', filter.country),
    within: one('within', filter.within),
    level: one('level', filter.level),
    from: one('from', filter.from),
    to: one('to', filter.to),
    sort: filter.sort === 'name' ? undefined : filter.sort,
    scope: filter.scope === 'listed' ? undefined : filter.scope,
  }
}

/** Choices by which the list of cooperations is narrowed, and those in force. */
export function CooperationFilters({ network, filter, choices, view }: CooperationFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const options = <T extends string>(all: readonly T[], found: string[], word: (code: T) => string) =>
    all
      .filter((code) => found.includes(code))
      .map((value) => ({ value, label: word(value) }))
      .sort((a, b) => compareNames(reader.language, a.label, b.label))
  const fields: FilterField[] = [
    { type: 'search', name: 'q', label: t('registry.filter.text'), value: filter.text },
    {
      type: 'select',
      name: 'theme',
      label: t('registry.filter.theme'),
      value: filter.themes[0] ?? '',
      options: options(themes, choices.themes, (code) => t(`networks.theme.${code}`)),
    },
    {
      type: 'select',
      name: 'status',
      label: t('registry.filter.status'),
      value: filter.statuses[0] ?? '',
      options: options(statuses, choices.statuses, (code) => t(`ui.status.${code}`)),
    },
    {
      type: 'select',
      name: 'kind',
      label: t('registry.filter.kind'),
      value: filter.kinds[0] ?? '',
      options: options(agreementKinds, choices.kinds, (code) => t(`registry.agreementKind.${code}`)),
    },
  ]
  const more: FilterField[] = [
    {
      type: 'select',
      name: 'confirmation',
      label: t('registry.filter.confirmation'),
      value: filter.confirmations[0] ?? '',
      options: confirmations
        .filter((code) => choices.confirmations.includes(code))
        .map((value) => ({ value, label: t(`registry.confirmation.short.${value}`) })),
    },
    {
      type: 'select',
      name: 'country',
      label: t('registry.filter.country'),
      value: filter.country ?? '',
      options: network.countries.map((value) => ({ value, label: countryName(reader, value) })),
    },
    {
      type: 'select',
      name: 'within',
      label: t('registry.filter.within'),
      value: filter.within ?? '',
      options: choices.regions.map((region) => ({ value: region.slug, label: nameOf(reader, region) })),
    },
    {
      type: 'select',
      name: 'level',
      label: t('registry.filter.level'),
      value: filter.level === null ? '' : String(filter.level),
      options: choices.levels
        .filter(isLevel)
        .map((level) => ({ value: String(level), label: t(`registry.level.level${level}`) })),
    },
    {
      type: 'period',
      label: t('registry.filter.period'),
      from: { name: 'from', value: String(filter.from ?? '') },
      until: { name: 'to', value: String(filter.to ?? '') },
    },
  ]
  return (
    <Filters
      action={`/${reader.language}/${network.slug}/cooperations`}
      fields={fields}
      more={more}
      moreOpen={
        filter.confirmations.length > 0 ||
        filter.country !== null ||
        filter.within !== null ||
        filter.level !== null ||
        filter.from !== null ||
        filter.to !== null
      }
      kept={{
        ...(view === 'table' ? {} : { view }),
        ...(filter.sort === 'name' ? {} : { sort: filter.sort }),
        ...(filter.scope === 'listed' ? {} : { scope: filter.scope }),
        ...(reader.now ? { now: reader.now } : {}),
      }}
      active={activeFilters(reader, network, filter, choices, view)}
      clearHref={paths.cooperations(reader, network.slug, { view: view === 'table' ? undefined : view })}
    />
  )
}

function activeFilters(
  reader: Reader,
  network: Network,
  filter: CooperationFilter,
  choices: FilterChoices,
  view: string,
): ActiveFilter[] {
  const { t } = reader
  const without = (parameter: string, value: string) =>
    paths.cooperations(reader, network.slug, {
      ...filterParameters(filter, { [parameter]: value }),
      view: view === 'table' ? undefined : view,
    })
  const region = choices.regions.find((each) => each.slug === filter.within)
  const chip = (parameter: string, label: string, code: string, value = code) => ({
    label,
    value,
    removeHref: without(parameter, code),
  })
  return [
    ...(filter.text === '' ? [] : [chip('q', t('registry.filter.text'), filter.text)]),
    ...filter.themes.map((code) =>
      chip('theme', t('registry.filter.theme'), code, t(`networks.theme.${code}`)),
    ),
    ...filter.statuses.map((code) =>
      chip('status', t('registry.filter.status'), code, t(`ui.status.${code}`)),
    ),
    ...filter.kinds.map((code) =>
      chip('kind', t('registry.filter.kind'), code, t(`registry.agreementKind.${code}`)),
    ),
    ...filter.confirmations.map((code) =>
      chip('confirmation', t('registry.filter.confirmation'), code, t(`registry.confirmation.short.${code}`)),
    ),
    ...(filter.country
      ? [chip('country', t('registry.filter.country'), filter.country, countryName(reader, filter.country))]
      : []),
    ...(filter.within
      ? [
          chip(
            'within',
            t('registry.filter.within'),
            filter.within,
            region ? nameOf(reader, region) : filter.within,
          ),
        ]
      : []),
    ...(isLevel(filter.level)
      ? [
          chip(
            'level',
            t('registry.filter.level'),
            String(filter.level),
            t(`registry.level.level${filter.level}`),
          ),
        ]
      : []),
    ...(filter.from === null ? [] : [chip('from', t('ui.filters.from'), String(filter.from))]),
    ...(filter.to === null ? [] : [chip('to', t('ui.filters.until'), String(filter.to))]),
  ]
}

function isLevel(level: number | null): level is 1 | 2 | 3 | 4 {
  return level === 1 || level === 2 || level === 3 || level === 4
}

function nameOf(reader: Reader, organisation: OrganisationRef): string {
  return chooseName(shortNames(organisation), reader.language).text
}

import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { compareNames } from '../../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { type ActiveFilter, Filters } from '../../../../../ui/table/filters.tsx'
import { countryName } from '../../../../directory/index.ts'
import { type Network, themes } from '../../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { ages, type ExpectationFilter, filterParameters, statuses } from '../filter.ts'

interface ExpectationFiltersProps {
  network: Network
  filter: ExpectationFilter
}

/** Choices by which the list is narrowed, and those in force. */
export function ExpectationFilters({ network, filter }: ExpectationFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const word = (text: string) => capitalized(text, reader.interfaceLanguage)
  return (
    <Filters
      action={`/${reader.language}/${network.slug}/expectations`}
      fields={[
        { type: 'search', name: 'q', label: t('partners.filter.text'), value: filter.text },
        {
          type: 'select',
          name: 'theme',
          label: t('partners.filter.theme'),
          value: filter.theme ?? '',
          options: themes
            .map((value) => ({ value, label: word(t(`networks.theme.${value}`)) }))
            .toSorted((a, b) => compareNames(reader.language, a.label, b.label)),
        },
        {
          type: 'select',
          name: 'status',
          label: t('partners.expectation.state'),
          value: filter.status ?? '',
          options: statuses.map((value) => ({ value, label: word(t(`partners.state.${value}`)) })),
        },
        {
          type: 'select',
          name: 'country',
          label: t('partners.filter.country'),
          value: filter.country ?? '',
          options: network.countries.map((value) => ({ value, label: countryName(reader, value) })),
        },
        {
          type: 'select',
          name: 'age',
          label: t('partners.expectation.age'),
          value: filter.age ?? '',
          options: ages.map((value) => ({ value, label: t(`partners.age.${value}`) })),
        },
      ]}
      kept={{
        ...(filter.view === 'all' ? {} : { view: filter.view }),
        ...(reader.now ? { now: reader.now } : {}),
      }}
      active={activeFilters(reader, network, filter)}
      clearHref={paths.list(reader, network.slug, { view: filterParameters(filter).view })}
    />
  )
}

function activeFilters(reader: Reader, network: Network, filter: ExpectationFilter): ActiveFilter[] {
  const { t } = reader
  const chip = (name: string, label: string, value: string | null): ActiveFilter[] =>
    value === null || value === ''
      ? []
      : [{ label, value, removeHref: paths.list(reader, network.slug, filterParameters(filter, name)) }]
  return [
    ...chip('q', t('partners.filter.text'), filter.text),
    ...chip('theme', t('partners.filter.theme'), filter.theme && t(`networks.theme.${filter.theme}`)),
    ...chip('status', t('partners.expectation.state'), filter.status && t(`partners.state.${filter.status}`)),
    ...chip('country', t('partners.filter.country'), filter.country && countryName(reader, filter.country)),
    ...chip('age', t('partners.expectation.age'), filter.age && t(`partners.age.${filter.age}`)),
  ]
}

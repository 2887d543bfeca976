import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type ActiveFilter, Filters } from '../../../../ui/table/filters.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { stateWords } from '../../views/text-words.ts'
import { listedStates, parametersOf, type WaitingFilter } from '../schema.ts'

interface WaitingFiltersProps {
  network: Network
  owners: readonly TextOwner[]
  filter: WaitingFilter
}

/** Choices by which the list is narrowed, and those in force. */
export function WaitingFilters({ network, owners, filter }: WaitingFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const kindName = (kind: string) => {
    const owner = owners.find((each) => each.kind === kind)
    return owner ? t(owner.label) : kind
  }
  const chip = (name: keyof WaitingFilter, label: string, value: string): ActiveFilter[] =>
    filter[name]
      ? [
          {
            label,
            value,
            removeHref: paths.list(reader, network.slug, parametersOf({ ...filter, ...without[name] })),
          },
        ]
      : []
  return (
    <Filters
      action={paths.list(reader, network.slug)}
      kept={reader.now === null ? {} : { now: reader.now }}
      fields={[
        { type: 'search', name: 'q', label: t('translations.filter.text'), value: filter.text },
        {
          type: 'select',
          name: 'language',
          label: t('translations.filter.language'),
          value: filter.language ?? '',
          options: network.languages.map((value) => ({ value, label: languageInWords(reader, value) })),
        },
        {
          type: 'select',
          name: 'kind',
          label: t('translations.filter.kind'),
          value: filter.kind ?? '',
          options: owners.map(({ kind, label }) => ({ value: kind, label: t(label) })),
        },
        {
          type: 'select',
          name: 'state',
          label: t('translations.filter.state'),
          any: t('translations.filter.waiting'),
          value: filter.state ?? '',
          options: listedStates.map((state) => ({ value: state, label: t(stateWords[state]) })),
        },
      ]}
      active={[
        ...chip('text', t('translations.filter.text'), filter.text),
        ...chip(
          'language',
          t('translations.filter.language'),
          languageInWords(reader, filter.language ?? 'en'),
        ),
        ...chip('kind', t('translations.filter.kind'), kindName(filter.kind ?? '')),
        ...chip('state', t('translations.filter.state'), filter.state ? t(stateWords[filter.state]) : ''),
      ]}
      clearHref={paths.list(reader, network.slug)}
    />
  )
}

const without = {
  text: { text: '' },
  language: { language: null },
  kind: { kind: null },
  state: { state: null },
} as const

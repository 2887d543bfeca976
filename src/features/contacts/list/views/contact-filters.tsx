import { compareNames } from '../../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type FilterField, Filters } from '../../../../ui/table/filters.tsx'
import { shortNames } from '../../../directory/index.ts'
import { themes } from '../../../networks/index.ts'
import { postKinds } from '../../legal.ts'
import { paths } from '../../paths.ts'
import type { Post } from '../../posts/queries.ts'
import { type ContactFilter, contactStates, filterParameters } from '../filter.ts'

interface ContactFiltersProps {
  network: string
  all: Post[]
  filter: ContactFilter
  seesPersons: boolean
}

/** Choices that the list is narrowed by: only those that find something. */
export function ContactFilters({ network, all, filter, seesPersons }: ContactFiltersProps) {
  const reader = useReader()
  const fields = fieldsOf(reader, all, filter, seesPersons)
  const active = fields.flatMap((field) => {
    if (field.type !== 'select' || field.value === '') return []
    const chosen = field.options.find(({ value }) => value === field.value)
    return chosen
      ? [
          {
            label: field.label,
            value: chosen.label,
            removeHref: paths.list(reader, network, filterParameters({ ...filter, [field.name]: null })),
          },
        ]
      : []
  })
  return <Filters action={paths.list(reader, network)} fields={fields} active={active} />
}

function fieldsOf(reader: Reader, all: Post[], filter: ContactFilter, seesPersons: boolean): FilterField[] {
  const { t } = reader
  const organisations = new Map(all.map(({ organisation }) => [organisation.id, organisation]))
  const select = (
    name: string,
    label: string,
    options: { value: string; label: string }[],
    value: string | null,
  ) => ({ type: 'select', name, label, options, value: value ?? '' }) as const
  return [
    select(
      'organisation',
      t('contacts.field.organisation'),
      [...organisations.values()]
        .map((each) => ({ value: each.id, label: chooseName(shortNames(each), reader.language).text }))
        .toSorted((a, b) => compareNames(reader.interfaceLanguage, a.label, b.label)),
      filter.organisation,
    ),
    select(
      'kind',
      t('contacts.field.kind'),
      postKinds
        .filter((kind) => all.some((post) => post.kind === kind))
        .map((kind) => ({ value: kind, label: t(`contacts.kind.${kind}`) })),
      filter.kind,
    ),
    select(
      'theme',
      t('contacts.field.theme'),
      themes
        .filter((theme) => all.some((post) => post.themes.includes(theme)))
        .map((theme) => ({ value: theme, label: t(`networks.theme.${theme}`) })),
      filter.theme,
    ),
    ...(seesPersons
      ? [
          select(
            'state',
            t('contacts.field.state'),
            contactStates.map((state) => ({ value: state, label: t(`contacts.state.${state}`) })),
            filter.state,
          ),
        ]
      : []),
  ]
}

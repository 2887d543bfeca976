import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { compareNames } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type ActiveFilter, type FilterField, Filters } from '../../../../ui/table/filters.tsx'
import { byOwnSide, countryName } from '../../../directory/index.ts'
import { themes } from '../../../networks/index.ts'
import { tiers } from '../../competence.ts'
import { forms } from '../../forms.ts'
import { wishKinds } from '../codes.ts'
import { paths } from '../paths.ts'
import { type BoardFilter, type BoardView, boardSorts, boardStates, filterParameters } from './filter.ts'

interface BoardFiltersProps {
  network: { slug: string; countries: string[] }
  filter: BoardFilter
  view: BoardView
}

/** Choices by which the board is narrowed and ordered, and those in force. */
export function BoardFilters({ network, filter, view }: BoardFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const address = (parameters: Parameters<typeof paths.board>[2]) =>
    paths.board(reader, network.slug, { ...parameters, view: view === 'map' ? view : undefined })
  const fields: FilterField[] = [
    { type: 'search', name: 'q', label: t('partners.board.filter.text'), value: filter.text },
    select('kind', t('partners.board.filter.kind'), filter.kinds, wishKinds, (code) =>
      t(`partners.wish.kindTitle.${code}`),
    ),
    {
      type: 'select',
      name: 'theme',
      label: t('partners.board.filter.theme'),
      value: filter.themes[0] ?? '',
      options: themes
        .map((value) => ({
          value,
          label: capitalized(t(`networks.theme.${value}`), reader.interfaceLanguage),
        }))
        .sort((a, b) => compareNames(reader.language, a.label, b.label)),
    },
  ]
  const more: FilterField[] = [
    select(
      'country',
      t('partners.board.filter.country'),
      filter.country === null ? [] : [filter.country],
      byOwnSide(reader, network.countries),
      (code) => countryName(reader, code),
    ),
    select('form', t('partners.board.filter.form'), filter.forms, forms, (code) =>
      capitalized(t(`partners.form.${code}`), reader.interfaceLanguage),
    ),
    select('level', t('partners.board.filter.level'), filter.levels, tiers, (code) =>
      capitalized(t(`partners.tier.${code}`), reader.interfaceLanguage),
    ),
    {
      ...select(
        'status',
        t('partners.board.filter.status'),
        [filter.state],
        boardStates.filter((each) => each !== 'open'),
        (code) => t(`partners.board.status.${code}`),
      ),
      any: t('partners.board.status.open'),
    },
    {
      ...select(
        'sort',
        t('partners.board.filter.sort'),
        [filter.sort],
        boardSorts.filter((each) => each !== 'side'),
        (code) => t(`partners.board.sort.${code}`),
      ),
      any: t('partners.board.sort.side'),
    },
  ]
  return (
    <Filters
      action={`/${reader.language}/${network.slug}/partners`}
      fields={fields}
      more={more}
      moreOpen={
        filter.country !== null ||
        filter.forms.length + filter.levels.length > 0 ||
        filter.state !== 'open' ||
        filter.sort !== 'side'
      }
      kept={{
        ...(view === 'map' ? { view } : {}),
        ...(filter.organisation ? { organisation: filter.organisation } : {}),
        ...(reader.now ? { now: reader.now } : {}),
      }}
      active={activeFilters(reader, filter, address)}
      clearHref={address({})}
    />
  )
}

function select<T extends string>(
  name: string,
  label: string,
  chosen: readonly string[],
  codes: readonly T[],
  word: (code: T) => string,
): Extract<FilterField, { type: 'select' }> {
  return {
    type: 'select',
    name,
    label,
    value: chosen[0] ?? '',
    options: codes.map((value) => ({ value, label: word(value) })),
  }
}

function activeFilters(
  reader: Reader,
  filter: BoardFilter,
  address: (parameters: Parameters<typeof paths.board>[2]) => string,
): ActiveFilter[] {
  const { t } = reader
  const chip = (parameter: string, label: string, code: string, value: string): ActiveFilter => ({
    label,
    value,
    removeHref: address(filterParameters(filter, { [parameter]: code })),
  })
  const { text, country, organisation, state } = filter
  return [
    ...(text === '' ? [] : [chip('q', t('partners.board.filter.text'), text, text)]),
    ...filter.kinds.map((code) =>
      chip('kind', t('partners.board.filter.kind'), code, t(`partners.wish.kindTitle.${code}`)),
    ),
    ...filter.themes.map((code) =>
      chip('theme', t('partners.board.filter.theme'), code, t(`networks.theme.${code}`)),
    ),
    ...filter.forms.map((code) =>
      chip('form', t('partners.board.filter.form'), code, t(`partners.form.${code}`)),
    ),
    ...filter.levels.map((code) =>
      chip('level', t('partners.board.filter.level'), code, t(`partners.tier.${code}`)),
    ),
    ...(country === null
      ? []
      : [chip('country', t('partners.board.filter.country'), country, countryName(reader, country))]),
    ...(organisation === null
      ? []
      : [chip('organisation', t('partners.wish.authority'), organisation, organisation)]),
    ...(state === 'open'
      ? []
      : [chip('status', t('partners.board.filter.status'), state, t(`partners.board.status.${state}`))]),
  ]
}

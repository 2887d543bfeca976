import { useReader } from '../reader.tsx'
import { type FilterField, FilterInput } from './filter-input.tsx'

/** A choice in force, and the address of the list without it. */
export interface ActiveFilter {
  label: string
  value: string
  removeHref: string
}

interface FiltersProps {
  action: string
  fields: FilterField[]
  /** Behind "more filters", which is open if one of them is in force. */
  more?: FilterField[]
  moreOpen?: boolean
  /** Parameters kept unchanged: sort, day seen. */
  kept?: Readonly<Record<string, string | undefined>>
  active?: ActiveFilter[]
  clearHref?: string
  /** The page is there to choose by them, and never folds them. */
  isMain?: boolean
}

/** Choices by GET, with those in force as chips that remove themselves. A narrow screen folds the choices: the list comes first. */
export function Filters({ action, fields, more, moreOpen, kept, active, clearHref, isMain }: FiltersProps) {
  const reader = useReader()
  return (
    <div class="filters">
      <details class="filter-fold" open={isMain}>
        <summary>{reader.t('ui.filters.label')}</summary>
        <form class="filter-form" action={action} method="get" aria-label={reader.t('ui.filters.label')}>
          {Object.entries(kept ?? {}).map(([name, value]) =>
            value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
          )}
          <div class="filter-fields">
            {fields.map((field) => (
              <FilterInput key={field.label} field={field} />
            ))}
          </div>
          <button type="submit" class="button">
            {reader.t('ui.filters.apply')}
          </button>
          {more && more.length > 0 ? (
            <details class="filter-more" open={moreOpen}>
              <summary>{reader.t('ui.filters.more')}</summary>
              <div class="filter-fields">
                {more.map((field) => (
                  <FilterInput key={field.label} field={field} />
                ))}
                <button type="submit" class="button">
                  {reader.t('ui.filters.apply')}
                </button>
              </div>
            </details>
          ) : null}
        </form>
      </details>
      {active && active.length > 0 ? <ActiveFilters active={active} clearHref={clearHref ?? action} /> : null}
    </div>
  )
}

function ActiveFilters({ active, clearHref }: { active: ActiveFilter[]; clearHref: string }) {
  const reader = useReader()
  return (
    <ul class="chips" aria-label={reader.t('ui.filters.active')}>
      {active.map((filter) => (
        <li key={filter.removeHref}>
          <a class="chip" href={filter.removeHref}>
            <span class="visually-hidden">{reader.t('ui.filters.remove')} </span>
            <span class="chip-label">{filter.label}</span> {filter.value}
            <span class="chip-cross" aria-hidden="true">
              ×
            </span>
          </a>
        </li>
      ))}
      <li>
        <a href={clearHref}>{reader.t('ui.filters.clear')}</a>
      </li>
    </ul>
  )
}

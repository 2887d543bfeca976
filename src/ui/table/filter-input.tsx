import { useReader } from '../reader.tsx'

export interface FilterOption {
  value: string
  label: string
  count?: number
}

export type FilterField =
  | { type: 'select'; name: string; label: string; value: string; options: FilterOption[]; any?: string }
  | { type: 'checkboxes'; name: string; label: string; values: string[]; options: FilterOption[] }
  | { type: 'search'; name: string; label: string; value: string; hint?: string }
  | {
      type: 'period'
      label: string
      from: { name: string; value: string }
      until: { name: string; value: string }
    }

/** One choice of a filter form: label and input are never apart. */
export function FilterInput({ field }: { field: FilterField }) {
  const reader = useReader()
  if (field.type === 'checkboxes') return <CheckboxFilter field={field} />
  if (field.type === 'period') return <PeriodFilter field={field} />
  const id = `filter-${field.name}`
  return (
    <div class={`filter filter-${field.type}`}>
      <label for={id}>{field.label}</label>
      {field.type === 'search' ? (
        <input
          id={id}
          type="search"
          name={field.name}
          value={field.value}
          placeholder={field.hint}
          autocomplete="off"
        />
      ) : (
        <select id={id} name={field.name}>
          <option value="">{field.any ?? reader.t('ui.filters.any')}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === field.value}>
              {optionText(option)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

function CheckboxFilter({ field }: { field: Extract<FilterField, { type: 'checkboxes' }> }) {
  return (
    <fieldset class="filter filter-checkboxes">
      <legend>{field.label}</legend>
      {field.options.map((option) => {
        const id = `filter-${field.name}-${option.value}`
        return (
          <span key={option.value} class="checkbox">
            <input
              id={id}
              type="checkbox"
              name={field.name}
              value={option.value}
              checked={field.values.includes(option.value)}
            />
            <label for={id}>{optionText(option)}</label>
          </span>
        )
      })}
    </fieldset>
  )
}

function PeriodFilter({ field }: { field: Extract<FilterField, { type: 'period' }> }) {
  const reader = useReader()
  return (
    <fieldset class="filter filter-period">
      <legend>{field.label}</legend>
      {(
        [
          ['from', field.from],
          ['until', field.until],
        ] as const
      ).map(([end, input]) => (
        <span key={end} class="period-end">
          <label for={`filter-${input.name}`}>{reader.t(`ui.filters.${end}`)}</label>
          <input
            id={`filter-${input.name}`}
            type="text"
            inputmode="numeric"
            name={input.name}
            value={input.value}
            size={6}
            maxlength={10}
          />
        </span>
      ))}
    </fieldset>
  )
}

function optionText(option: FilterOption): string {
  return option.count === undefined ? option.label : `${option.label} (${option.count})`
}

import { useReader } from '../reader.tsx'

interface SearchFormProps {
  action: string
  value?: string | undefined
  /** `compact` hides the label from sight, and Tab passes over its button, since Enter sends it: for the header. */
  compact?: boolean
  label?: string
  /** Ids must differ if a page has two search forms. */
  id?: string
}

/** A search by GET, so that its answer has an address that can be sent to a colleague. */
export function SearchForm({ action, value, compact, label, id }: SearchFormProps) {
  const reader = useReader()
  const inputId = id ?? (compact ? 'site-search' : 'search')
  const words = label ?? reader.t('ui.search.label')
  return (
    <search
      class={compact ? 'search compact' : 'search'}
      aria-label={compact ? reader.t('ui.search.site') : words}
    >
      <form action={action} method="get">
        <label class={compact ? 'visually-hidden' : undefined} for={inputId}>
          {words}
        </label>
        <span class="search-line">
          <input
            id={inputId}
            type="search"
            name="q"
            value={value}
            autocomplete="off"
            placeholder={compact ? reader.t('ui.search.placeholder') : undefined}
          />
          <button type="submit" class="button" tabIndex={compact ? -1 : undefined}>
            {reader.t('ui.search.submit')}
          </button>
        </span>
      </form>
    </search>
  )
}

import { useReader } from '../reader.tsx'

/** Prints the page. It is hidden at first: the script that makes it work also shows it. */
export function PrintButton() {
  const reader = useReader()
  return (
    <button type="button" class="button" data-print hidden>
      {reader.t('ui.action.print')}
    </button>
  )
}

import type { Reader } from '../../platform/i18n/reader.ts'

/** Prints the page. It comes hidden: the script that makes it work also shows it. */
export function PrintButton({ reader }: { reader: Reader }) {
  return (
    <button type="button" class="button" data-print hidden>
      {reader.t('ui.action.print')}
    </button>
  )
}

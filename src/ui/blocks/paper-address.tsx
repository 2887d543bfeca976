import type { Reader } from '../../platform/i18n/reader.ts'

/** Where a printed page is found again: on paper alone, for on a screen it stands in the browser. */
export function PaperAddress({ reader, address }: { reader: Reader; address: string }) {
  return (
    <p class="paper-only">
      {reader.t('ui.print.address')} <span class="paper-address">{address}</span>
    </p>
  )
}

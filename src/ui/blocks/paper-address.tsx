import { useReader } from '../reader.tsx'

/** Where a printed page is found again: on paper alone, for on a screen it stands in the browser. */
export function PaperAddress({ address }: { address: string }) {
  const reader = useReader()
  return (
    <p class="paper-only">
      {reader.t('ui.print.address')} <span class="paper-address">{address}</span>
    </p>
  )
}

import { useReader } from '../reader.tsx'

/** The address of a printed page: only on paper, because on a screen the browser shows it. */
export function PaperAddress({ address }: { address: string }) {
  const reader = useReader()
  return (
    <p class="paper-only">
      {reader.t('ui.print.address')} <span class="paper-address">{address}</span>
    </p>
  )
}

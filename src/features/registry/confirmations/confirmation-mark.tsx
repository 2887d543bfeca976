import { useReader } from '../../../ui/reader.tsx'
import type { Confirmation } from '../codes.ts'

const signs = { claimed: '…', confirmed: '✓', disputed: '≠' } as const

/** Whether the other side has confirmed a tie: a sign and a word. */
export function ConfirmationMark({ confirmation }: { confirmation: Confirmation }) {
  const reader = useReader()
  return (
    <span class={`confirmation confirmation-${confirmation}`}>
      <span aria-hidden="true">{signs[confirmation]} </span>
      {reader.t(`registry.confirmation.short.${confirmation}`)}
    </span>
  )
}

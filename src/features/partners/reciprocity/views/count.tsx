import { useReader } from '../../../../ui/reader.tsx'

interface CountProps {
  value: number
  /** What came about in part alone: it is not counted as a whole, and is shown beside. */
  part?: number
}

/** A figure of the ledger; zeros are muted, so that the others are seen. */
export function Count({ value, part = 0 }: CountProps) {
  const reader = useReader()
  if (part > 0)
    return (
      <span>
        {value} <span class="ledger-part">{reader.t('partners.reciprocity.inPart', { count: part })}</span>
      </span>
    )
  return value === 0 ? <span class="quiet">0</span> : <>{value}</>
}

/** A figure of the ledger; none stands back, so that the others are seen. */
export function Count({ value }: { value: number }) {
  return value === 0 ? <span class="quiet">0</span> : <>{value}</>
}

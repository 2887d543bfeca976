/** What a program's write was answered, as it was sent: kept for a day where the call had an Idempotency-Key. */
export interface CallAnswer {
  status: number
  /** Beside the usual ones: where the record is, which version it has. */
  headers: Record<string, string>
  /** The JSON to the letter: `jsonb` would put its fields in another order. */
  text: string
}

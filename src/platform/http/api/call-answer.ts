/** The answer to a program's write, as it was sent: kept for a day where the call had an Idempotency-Key. */
export interface CallAnswer {
  status: number
  /** Beside the usual ones: the address of the record, and its version. */
  headers: Record<string, string>
  /** The JSON to the letter: `jsonb` would put its fields in another order. */
  text: string
}

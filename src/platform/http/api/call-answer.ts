/** What a program's write is answered: kept for a day where it sent an Idempotency-Key. */
export interface CallAnswer {
  status: number
  /** Beside the usual ones: where the record is, which version it has. */
  headers: Record<string, string>
  body: unknown
}

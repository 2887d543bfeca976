/** The database cannot be reached, or does not answer in time: what was asked may be asked again later. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

// Codes of the system, and SQLSTATE: it shuts down or starts, has no connection left, gave a statement up, or takes no writes for now.
const codes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', '57P01', '57P02', '57P03', '57P05', '57014'],
  ...['53300', '25006', '25P03', '25P04'],
])
// The driver gives these no code.
const words =
  /^(?:Connection terminated|timeout exceeded|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after)/

/** The failure of a statement or of a connection as the rest of the house knows it. */
export function asAway(error: unknown): unknown {
  return error instanceof Error && isAway(error) ? new DatabaseAway(error) : error
}

/** Whether a failure, or a message about one, says that the database cannot be reached or does not answer. */
export function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const code = 'code' in error ? String(error.code) : ''
  const message = 'message' in error ? String(error.message) : ''
  return codes.has(code) || code.startsWith('08') || words.test(message)
}

/** The embedded database died, or will not open; the message says what to do. */
export class DatabaseBroken extends Error {}

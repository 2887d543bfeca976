const longestWords = 500

// The server refuses us, not the recipient: authentication is wanted, or was wrong.
const ourOwnFault = new Set([530, 534, 535, 538])

export interface Failure {
  /** In the words of the mail server, when it said any. */
  words: string
  /** Another attempt would end the same way. */
  isPermanent: boolean
}

/** What a failed attempt means: only a 5xx to the envelope or to the message is the end. */
export function readFailure(error: unknown): Failure {
  const { code, responseCode, response } = fieldsOf(error)
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const said = response ?? (error instanceof Error ? error.message : String(error))
  return {
    words: said
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, longestWords),
    isPermanent: aboutTheMail && responseCode >= 500 && !ourOwnFault.has(responseCode),
  }
}

function fieldsOf(error: unknown): { code: string; responseCode: number; response: string | undefined } {
  const { code, responseCode, response } = Object(error)
  return {
    code: String(code),
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    response: typeof response === 'string' && response !== '' ? response : undefined,
  }
}

const longestWords = 500

// The server refuses us, not the recipient: authentication is wanted, or was wrong.
const ourOwnFault = new Set([530, 534, 535, 538])

export interface Failure {
  /** In the words of the mail server, where there were any. */
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

// Before these commands succeed it has heard of no mail.
const greeting = /^(?:CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|API)\b/

/** Whether the server is not there, or does not want us: others may take the same mail. */
export function isServersFault(error: unknown): boolean {
  const { code, responseCode } = fieldsOf(error)
  return wasNeverTaken(error) || (responseCode === 0 && code !== 'EABORT')
}

/** Whether the server has certainly neither taken nor refused the mail. */
export function wasNeverTaken(error: unknown): boolean {
  const { responseCode, command } = fieldsOf(error)
  return greeting.test(command) || ourOwnFault.has(responseCode)
}

/** Whether a refusal for now concerns everybody at the same domain. */
export function isDomainsFault(error: unknown): 'certainly' | 'perhaps' | 'no' {
  const { responseCode } = fieldsOf(error)
  if (isServersFault(error) || responseCode < 400 || responseCode >= 500) return 'no'
  return responseCode === 421 ? 'certainly' : 'perhaps'
}

interface ErrorFields {
  code: string
  command: string
  responseCode: number
  response: string | undefined
}

function fieldsOf(error: unknown): ErrorFields {
  const { code, command, responseCode, response } = Object(error)
  return {
    code: String(code),
    command: typeof command === 'string' ? command : '',
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    response: typeof response === 'string' && response !== '' ? response : undefined,
  }
}

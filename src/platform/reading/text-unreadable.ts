/** Why a file cannot be read; each is a message of `platform.reading.trouble`. */
export type TextTrouble =
  | 'empty'
  | 'tooLarge'
  | 'tooManyPages'
  | 'tooManyParts'
  | 'tooDeep'
  | 'bomb'
  | 'locked'
  | 'damaged'
  | 'noText'
  | 'notSupported'
  | 'needsProgram'
  | 'tooSlow'
  | 'tooMuchMemory'
  | 'tooMany'
  | 'failedTwice'
  | 'isTable'

/** A file that cannot be read, for a reason that is shown to the person who gave it. */
export class TextUnreadable extends Error {
  readonly code: TextTrouble
  /** A number of megabytes, pages or seconds, a name of a file, names of packages: what the message of the code says. */
  readonly detail: string

  constructor(code: TextTrouble, detail = '', options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options)
    this.name = 'TextUnreadable'
    this.code = code
    this.detail = detail
  }
}

/** What went wrong with a file, as a reason for a person: whatever a parser stumbles over is damage. */
export function asUnreadable(error: unknown): TextUnreadable {
  if (error instanceof TextUnreadable) return error
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return new TextUnreadable('tooDeep', '', { cause: error })
  return new TextUnreadable('damaged', '', { cause: error })
}

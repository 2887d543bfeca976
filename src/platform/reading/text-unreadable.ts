import type { Translate } from '../i18n/translate.ts'
import type { TextRemark } from './text-document.ts'

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

/** Why a file cannot be read and what to do about it, for the person who gave it. */
export function troubleWords(t: Translate, { code, detail }: TextUnreadable): string {
  switch (code) {
    case 'tooLarge':
      return t('platform.reading.trouble.tooLarge', { megabytes: detail })
    case 'tooManyPages':
      return t('platform.reading.trouble.tooManyPages', { pages: detail })
    case 'tooManyParts':
      return t('platform.reading.trouble.tooManyParts', { parts: detail })
    case 'tooSlow':
      return t('platform.reading.trouble.tooSlow', { seconds: detail })
    case 'needsProgram':
      return t('platform.reading.trouble.needsProgram', { packages: detail })
    case 'noText':
      return detail === ''
        ? t('platform.reading.trouble.noText')
        : t('platform.reading.trouble.noTextProgram', { packages: detail })
    default:
      return t(`platform.reading.trouble.${code}`)
  }
}

/** What the user of a text that was read should know of it. */
export function remarkWords(t: Translate, { code, detail }: TextRemark): string {
  switch (code) {
    case 'macrosIgnored':
      return t('platform.reading.remark.macrosIgnored')
    case 'encodingGuessed':
      return t('platform.reading.remark.encodingGuessed', { encoding: detail })
    case 'attachmentUnread':
      return t('platform.reading.remark.attachmentUnread', { name: detail })
    default:
      return t(`platform.reading.remark.${code}`, { count: Number(detail) })
  }
}

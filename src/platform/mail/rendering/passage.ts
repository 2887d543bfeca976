import { frenchTypography } from '../../i18n/typography.ts'
import type { MailText } from '../mail.ts'

export interface Passage {
  text: string
  /** Null in the language of the mail. */
  language: string | null
}

// No printed text contains these: control characters, and marks that turn the direction of what follows.
const unprintable = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

const languageTag = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i

/** A text ready to be drawn: printable, with its language's typography, and with that language when it is not the mail's. */
export function passageOf(given: MailText, mailLanguage: string): Passage {
  const { text, language } = typeof given === 'string' ? { text: given, language: mailLanguage } : given
  const printable = text.replaceAll(/\r\n?/g, '\n').replaceAll(unprintable, '')
  return {
    text: /^fr\b/.test(language) ? frenchTypography(printable) : printable,
    language: language === mailLanguage || !languageTag.test(language) ? null : language,
  }
}

/** A label before its value, in the language of the mail. */
export function labelOf(label: string, mailLanguage: string): string {
  // French sets a space before the colon.
  return passageOf(mailLanguage === 'fr' ? `${label} :` : `${label}:`, mailLanguage).text
}

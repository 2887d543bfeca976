import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { drawLetter } from '../../../../platform/letters/drawing/draw-letter.ts'
import type { MailingVersion } from '../../../../platform/mail/mailing/mailing.ts'
import type { Edition } from './editions.ts'

/** A letter without any item that still is too large: only its editors can shorten it. */
export class LetterTooLarge extends Error {}

// Where Gmail cuts a mail off.
const mostBytes = 102_000

/** The mail of an edition. Refuses one that mail programs would cut off in the middle. */
export async function drawEdition(
  ground: { translate(language: InterfaceLanguage): Translate },
  edition: Pick<Edition, 'key' | 'language' | 'letter'>,
): Promise<MailingVersion> {
  const letter = edition.letter()
  const { html, text } = await drawLetter(ground, letter)
  const bytes = Buffer.byteLength(html)
  if (bytes > mostBytes) throw new LetterTooLarge(`${edition.key}: ${bytes} B`)
  return { key: edition.key, language: edition.language, subject: letter.title.text, html, text }
}

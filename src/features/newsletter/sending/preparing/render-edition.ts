import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Letter } from '../../../../platform/letters/letter.ts'
import { renderLetter } from '../../../../platform/letters/rendering/render-letter.ts'
import type { MailingVersion } from '../../../../platform/mail/mailing/mailing.ts'
import type { Edition } from './editions.ts'

/** A letter cannot become a mail: it is too large, which only its editors can fix, or drawing it failed. */
export class LetterNotDrawn extends Error {
  readonly trouble: 'tooLarge' | 'fault'

  constructor(trouble: 'tooLarge' | 'fault', detail: string) {
    super(detail)
    this.trouble = trouble
  }
}

// The size at which Gmail cuts a mail off.
const mostBytes = 102_000

/** The mail of an edition. Also throws `LetterNotDrawn` for a mail that mail programs would cut off. */
export async function renderEdition(
  services: { translate(language: InterfaceLanguage): Translate },
  edition: Pick<Edition, 'key' | 'language'>,
  letter: Letter,
): Promise<MailingVersion> {
  const { html, text } = await renderLetter(services, letter).catch((error: unknown) => {
    throw new LetterNotDrawn('fault', `${edition.key}: ${error instanceof Error ? error.message : error}`)
  })
  const bytes = Buffer.byteLength(html)
  if (bytes > mostBytes) throw new LetterNotDrawn('tooLarge', `${edition.key}: ${bytes} B`)
  const { key, language } = edition
  return { key, language, sender: letter.sender, subject: letter.title.text, html, text }
}

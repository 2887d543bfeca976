import type { Application } from '../../http/application.ts'
import { countItems, shorten } from '../drawing/shorten.ts'
import { withoutBraces } from '../drawing/without-braces.ts'
import type { Letter } from '../letter.ts'
import type { LetterWords } from '../letter-words.ts'
import { renderLetterHtml } from './render-letter-html.tsx'
import { renderLetterText } from './render-letter-text.ts'

/**
 * The two parts of a letter’s mail, equal for all readers in its language but for the `placeholders`, which replace
 * absolute addresses. No text of the letter can become one. The HTML stays under 100 kB: items beyond that are read on the
 * site, where its last button leads.
 */
export async function renderLetter(
  { translate }: Pick<Application, 'translate'>,
  letter: Letter,
): Promise<{ html: string; text: string }> {
  const t = translate(letter.language)
  const safe = withoutBraces(letter)
  const words: LetterWords = {
    credit: t('ui.letter.credit'),
    web: t('ui.letter.web'),
    group: t('ui.letter.group'),
    reason: t('ui.letter.reason'),
    preferences: t('ui.letter.preferences'),
    unsubscribe: t('ui.letter.unsubscribe'),
  }
  return { html: await drawWithin(safe, words), text: renderLetterText(safe, words) }

  async function drawWithin(whole: Letter, said: LetterWords): Promise<string> {
    let html = await renderLetterHtml(whole, said)
    let shown = countItems(whole)
    while (Buffer.byteLength(html) > mostBytes && shown > 0) {
      shown = Math.min(shown - 1, Math.floor((shown * mostBytes) / Buffer.byteLength(html)))
      const left = countItems(whole) - shown
      const more = { label: t('ui.letter.left', { count: left }), address: whole.webAddress }
      html = await renderLetterHtml(shorten(whole, shown, more), said)
    }
    return html
  }
}

// Gmail cuts a mail off at 102 kB, in the middle of a word, and the way out at its foot with it.
const mostBytes = 98_000

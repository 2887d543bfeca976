import type { Application } from '../../http/application.ts'
import type { MailBlock, MailText } from '../mail.ts'
import type { StoredMail } from '../stored-mail.ts'
import type { Letter } from './letter.ts'
import { labelOf, passageOf } from './passage.ts'
import { renderHtml } from './render-html.tsx'
import { wrap } from './wrap.ts'

/** The two parts of a mail as they leave; null when its text was removed. */
export function renderMail(
  { translate, settings }: Pick<Application, 'translate' | 'settings'>,
  mail: Pick<StoredMail, 'language' | 'subject' | 'body' | 'replyTo'>,
): { text: string; html: string } | null {
  if (mail.body === null) return null
  const t = translate(mail.language)
  const site = new URL(settings.baseUrl).host
  const letter: Letter = {
    language: mail.language,
    subject: mail.subject,
    body: mail.body,
    words: {
      actionHint: t('ui.mail.actionHint'),
      origin: mail.replyTo === null ? t('ui.mail.originNoReply', { site }) : t('ui.mail.origin', { site }),
    },
  }
  return { text: renderText(letter), html: renderHtml(letter) }
}

/** The text/plain part: one block after another, lines of 72 columns, each address whole and on a line of its own. */
function renderText(letter: Letter): string {
  const blocks = letter.body.map((block) => renderBlock(block, letter))
  // Mail programs know a line of "-- " and fold what follows it.
  return [...blocks, `-- \n${wrap(letter.words.origin)}`].join('\n\n').concat('\n')
}

function renderBlock(block: MailBlock, { language }: Letter): string {
  const say = (text: MailText) => passageOf(text, language).text
  switch (block.kind) {
    case 'paragraph':
    case 'smallPrint':
      return wrap(say(block.text))
    case 'heading': {
      const heading = wrap(say(block.text))
      return `${heading}\n${'='.repeat(Math.min(24, heading.length))}`
    }
    case 'action':
      return `${wrap(labelOf(block.label, language))}\n${block.address}`
    case 'list':
      return block.items.map((item) => wrap(say(item), '  ', '- ')).join('\n')
    case 'quotation':
      return wrap(say({ text: block.text, language: block.language }), '> ')
    case 'facts':
      return block.facts
        .map(({ label, value }) => wrap(`${labelOf(label, language)} ${say(value)}`, '  ', ''))
        .join('\n')
  }
}

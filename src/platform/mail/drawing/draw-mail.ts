import type { Application } from '../../http/application.ts'
import type { StoredMail } from '../stored-mail.ts'
import { drawHtml } from './draw-html.tsx'
import { drawText } from './draw-text.ts'
import type { Letter } from './letter.ts'

/** The two parts of a mail as they leave; null when its text was removed. */
export function drawMail(
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
  return { text: drawText(letter), html: drawHtml(letter) }
}

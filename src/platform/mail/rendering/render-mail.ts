import type { Application } from '../../http/application.ts'
import type { StoredMail } from '../stored-mail.ts'
import type { Letter } from './letter.ts'
import { renderHtml } from './render-html.tsx'
import { renderText } from './render-text.ts'

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

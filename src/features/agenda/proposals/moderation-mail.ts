import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../platform/mail/news-mail.ts'

export type ModerationNews = 'arrived' | 'answered' | 'changed' | 'wished' | 'withdrawn' | 'handed'

interface ModerationMail extends News {
  key: ModerationNews
  title: string
  body: string
}

/** A mail to whoever moderates: what happened with a proposal, and where it stands. */
export function moderationMail(t: Translate, mail: ModerationMail): Mail {
  const { key, title, network, body } = mail
  return newsMail(mail, {
    kind: 'agenda.moderation',
    subject: t(`agenda.moderationMail.${key}.subject`, { title }),
    lead: [{ kind: 'paragraph', text: t(`agenda.moderationMail.${key}.text`, { title, network, body }) }],
    action: t('agenda.moderationMail.open'),
  })
}

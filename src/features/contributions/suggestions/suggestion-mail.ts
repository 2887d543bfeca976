import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../platform/mail/news-mail.ts'

interface SuggestionNews extends News {
  key: 'received' | 'accepted' | 'declined' | 'message'
  record: string
}

/** News of a suggestion: that it came, what was said about it, what was decided. */
export function suggestionMail(t: Translate, news: SuggestionNews): Mail {
  const { key, record, network } = news
  return newsMail(news, {
    kind: 'contributions.suggestion',
    subject: t(`contributions.mail.${key}.subject`, { record }),
    lead: [{ kind: 'paragraph', text: t(`contributions.mail.${key}.text`, { record, network }) }],
    action: t('contributions.mail.open'),
  })
}

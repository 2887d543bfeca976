import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../platform/mail/news-mail.ts'

interface DisputeNews extends News {
  tie: string
  organisation: string
}

/** Says which party disputes a tie, and what it says is wrong. */
export function disputeMail(t: Translate, news: DisputeNews): Mail {
  const { tie, network, organisation } = news
  return newsMail(news, {
    kind: 'registry.dispute',
    subject: t('registry.disputeMail.subject', { tie }),
    lead: [{ kind: 'paragraph', text: t('registry.disputeMail.text', { tie, network, organisation }) }],
    action: t('registry.disputeMail.action'),
  })
}

import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../platform/mail/news-mail.ts'

interface CorrectionNews extends News {
  key: 'confirm' | 'accepted' | 'declined' | 'message'
  record: string
}

/** Mails to a reader who reported a correction: to confirm it, and what became of it. */
export function correctionMail(t: Translate, news: CorrectionNews): Mail {
  const { key, record, network } = news
  return newsMail(news, {
    kind: 'contributions.correction',
    // Its link speaks for the reader.
    isSecret: true,
    subject: t(`contributions.correctionMail.${key}.subject`, { record }),
    lead: [{ kind: 'paragraph', text: t(`contributions.correctionMail.${key}.text`, { record, network }) }],
    action: t(`contributions.correctionMail.${key === 'confirm' ? 'confirmAction' : 'open'}`),
    note: t('contributions.correctionMail.smallPrint'),
  })
}

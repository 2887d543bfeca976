import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../../platform/mail/news-mail.ts'

interface ExpiryMail extends Omit<News, 'quoted'> {
  title: { text: string; language: string }
  /** The last day, in words. */
  day: string
}

/** Asks those who speak for an authority, before its wish ends, whether it still stands. */
export function expiryMail(t: Translate, { title, day, ...news }: ExpiryMail): Mail {
  return newsMail(
    { ...news, quoted: title },
    {
      kind: 'partners.expiry',
      // Its link speaks for whoever it was sent to.
      isSecret: true,
      subject: t('partners.wish.expiryMail.subject', { title: title.text }),
      lead: [{ kind: 'paragraph', text: t('partners.wish.expiryMail.text', { network: news.network, day }) }],
      action: t('partners.wish.renew'),
      note: t('partners.wish.expiryMail.otherwise'),
    },
  )
}

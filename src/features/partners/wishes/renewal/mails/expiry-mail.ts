import type { InterfaceLanguage } from '../../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../../platform/mail/mail.ts'

interface ExpiryMail {
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  title: { text: string; language: string }
  /** The last day, in words. */
  day: string
  /** The link by which it is renewed. */
  address: string
}

/** Asks those who speak for an authority, before its wish ends, whether it still stands. */
export function expiryMail(t: Translate, { to, language, networkId, title, ...asked }: ExpiryMail): Mail {
  const { network, day, address } = asked
  return {
    to,
    language,
    networkId,
    kind: 'partners.expiry',
    // Its link speaks for whoever it was sent to.
    isSecret: true,
    subject: t('partners.wish.expiryMail.subject', { title: title.text }),
    body: [
      { kind: 'paragraph', text: t('partners.wish.expiryMail.text', { network, day }) },
      { kind: 'quotation', ...title },
      { kind: 'action', label: t('partners.wish.renew'), address },
      { kind: 'smallPrint', text: t('partners.wish.expiryMail.otherwise') },
    ],
  }
}

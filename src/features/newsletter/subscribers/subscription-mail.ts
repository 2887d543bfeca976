import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail, MailList } from '../../../platform/mail/mail.ts'

export type SubscriberNews = 'confirm' | 'already' | 'welcome' | 'added' | 'member' | 'address' | 'moved'

export interface SubscriberMail {
  key: SubscriberNews
  to: string
  language: InterfaceLanguage
  network: string
  /** What the mail leads to: of this reader alone. */
  address: string
  /** Where the letters that left before are read. */
  archive: string
  /** How somebody who was added is said to have agreed. */
  declaration: { text: string; language: string } | null
  /** Of a mail to somebody who reads the letter. */
  list: MailList | null
}

/** A mail about somebody’s subscription, in the language in which they read. */
export function subscriptionMail(t: Translate, mail: SubscriberMail): Mail {
  const { key, network, declaration, list } = mail
  return {
    to: { address: mail.to },
    language: mail.language,
    // The outbox of a network would show its link, which speaks for the reader.
    networkId: null,
    kind: 'newsletter.subscription',
    isSecret: true,
    subject: t(`newsletter.subscribers.mail.${key}.subject`, { network }),
    body: [
      { kind: 'paragraph', text: t(`newsletter.subscribers.mail.${key}.text`, { network }) },
      ...(declaration === null ? [] : [{ kind: 'quotation' as const, ...declaration }]),
      { kind: 'action', label: t(`newsletter.subscribers.mail.${key}.action`), address: mail.address },
      // The issue that is on its way by now is not sent to them.
      ...(key === 'welcome'
        ? [
            {
              kind: 'paragraph' as const,
              text: t('newsletter.subscribers.mail.welcome.archive', { address: mail.archive }),
            },
          ]
        : []),
      { kind: 'smallPrint', text: t(`newsletter.subscribers.mail.${key}.note`) },
    ],
    ...(list ? { list } : {}),
  }
}

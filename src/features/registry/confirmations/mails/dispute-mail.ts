import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'

interface DisputeNews {
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  tie: string
  organisation: string
  words: { text: string; language: string }
  address: string
}

/** Says which party disputes a tie, and what it says is wrong. */
export function disputeMail(t: Translate, news: DisputeNews): Mail {
  const { tie, network, organisation } = news
  return {
    to: news.to,
    language: news.language,
    networkId: news.networkId,
    kind: 'registry.dispute',
    isSecret: false,
    subject: t('registry.disputeMail.subject', { tie }),
    body: [
      { kind: 'paragraph', text: t('registry.disputeMail.text', { tie, network, organisation }) },
      { kind: 'quotation', ...news.words },
      { kind: 'action', label: t('registry.disputeMail.action'), address: news.address },
    ],
  }
}

import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'

interface SuggestionNews {
  key: 'received' | 'accepted' | 'declined' | 'message'
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  record: string
  address: string
  quoted: { text: string; language: string } | null
}

/** News of a suggestion: that it came, what was said about it, what was decided. */
export function suggestionMail(t: Translate, news: SuggestionNews): Mail {
  const { key, record, network, quoted } = news
  return {
    to: news.to,
    language: news.language,
    networkId: news.networkId,
    kind: 'contributions.suggestion',
    isSecret: false,
    subject: t(`contributions.mail.${key}.subject`, { record }),
    body: [
      { kind: 'paragraph', text: t(`contributions.mail.${key}.text`, { record, network }) },
      ...(quoted ? [{ kind: 'quotation' as const, ...quoted }] : []),
      { kind: 'action', label: t('contributions.mail.open'), address: news.address },
    ],
  }
}

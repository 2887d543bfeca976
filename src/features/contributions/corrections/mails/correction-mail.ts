import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'

interface CorrectionNews {
  key: 'confirm' | 'accepted' | 'declined' | 'message'
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  record: string
  address: string
  quoted: { text: string; language: string } | null
}

/** Mails to a reader who reported a correction: to confirm it, and what became of it. */
export function correctionMail(t: Translate, news: CorrectionNews): Mail {
  const { key, record, network, quoted } = news
  return {
    to: news.to,
    language: news.language,
    networkId: news.networkId,
    kind: 'contributions.correction',
    // Its link speaks for the reader.
    isSecret: true,
    subject: t(`contributions.correctionMail.${key}.subject`, { record }),
    body: [
      { kind: 'paragraph', text: t(`contributions.correctionMail.${key}.text`, { record, network }) },
      ...(quoted ? [{ kind: 'quotation' as const, ...quoted }] : []),
      {
        kind: 'action',
        label: t(
          key === 'confirm'
            ? 'contributions.correctionMail.confirmAction'
            : 'contributions.correctionMail.open',
        ),
        address: news.address,
      },
      { kind: 'smallPrint', text: t('contributions.correctionMail.smallPrint') },
    ],
  }
}

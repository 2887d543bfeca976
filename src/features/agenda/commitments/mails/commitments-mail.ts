import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import type { CommitmentOutcome } from '../codes.ts'

type CommitmentsNewsKey = CommitmentOutcome | 'prolonged' | 'committed' | 'withdrawn'

export interface CommitmentsNews {
  key: CommitmentsNewsKey
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  event: string
  /** Who commits or withdraws; '' where the news is of all. */
  organisation: string
  facts: { label: string; value: string }[]
  quoted: { text: string; language: string } | null
  address: string
}

/** News of the commitments to an event: one more or fewer, or what was decided. */
export function commitmentsMail(t: Translate, news: CommitmentsNews): Mail {
  const { key, event, network, organisation, facts, quoted } = news
  return {
    to: news.to,
    language: news.language,
    networkId: news.networkId,
    kind: 'agenda.commitments',
    isSecret: false,
    subject: t(`agenda.commitmentsMail.${key}.subject`, { event, organisation }),
    body: [
      { kind: 'paragraph', text: t(`agenda.commitmentsMail.${key}.text`, { event, network, organisation }) },
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
      ...(quoted ? [{ kind: 'quotation' as const, ...quoted }] : []),
      { kind: 'action', label: t('agenda.commitmentsMail.open'), address: news.address },
    ],
  }
}

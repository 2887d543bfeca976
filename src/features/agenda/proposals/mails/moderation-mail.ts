import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'

export type ModerationNews = 'arrived' | 'answered' | 'changed' | 'wished' | 'withdrawn' | 'handed'

interface ModerationMail {
  key: ModerationNews
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  title: string
  body: string
  address: string
  quoted: { text: string; language: string } | null
}

/** A mail to whoever moderates: what happened with a proposal, and where it stands. */
export function moderationMail(
  t: Translate,
  { key, title, network, body, quoted, ...mail }: ModerationMail,
): Mail {
  return {
    to: mail.to,
    language: mail.language,
    networkId: mail.networkId,
    kind: 'agenda.moderation',
    isSecret: false,
    subject: t(`agenda.moderationMail.${key}.subject`, { title }),
    body: [
      { kind: 'paragraph', text: t(`agenda.moderationMail.${key}.text`, { title, network, body }) },
      ...(quoted ? [{ kind: 'quotation' as const, ...quoted }] : []),
      { kind: 'action', label: t('agenda.moderationMail.open'), address: mail.address },
    ],
  }
}

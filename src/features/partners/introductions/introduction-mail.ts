import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail, MailBlock } from '../../../platform/mail/mail.ts'

export const introductionNews = [
  'arrived',
  'received',
  'expressed',
  'message',
  'translated',
  'accepted',
  'declined',
  'resumed',
  'withdrawn',
  'claimed',
  'claimedAdded',
  'made',
  'added',
  'confirmed',
  'assigned',
] as const
export type IntroductionNews = (typeof introductionNews)[number]

export interface Quoted {
  text: string
  language: string
}

export interface IntroductionMail {
  key: IntroductionNews
  to: { address: string; name: string }
  language: InterfaceLanguage
  /** Null for whoever has no account: the outbox of a network would show the address. */
  networkId: string | null
  network: string
  /** What the wish is called. */
  title: string
  /** The authority of the wish, and the one that is interested. */
  owner: string
  interested: string
  address: string
  /** The cooperation that the partnership is added to, in words; '' elsewhere. */
  tie: string
  /** What the two have already, where that is news. */
  ties: readonly string[]
  /** Why it was declined, in words. */
  because: string | null
  /** What was said, in its own language, then as it was translated. */
  quoted: readonly Quoted[]
}

/** A mail to somebody who takes part in talks: what happened, in their language, and where it goes on. */
export function introductionMail(t: Translate, mail: IntroductionMail): Mail {
  const { key, title, network, owner, interested, tie, ties, because, quoted } = mail
  const told = { title, network, owner, interested, tie }
  return {
    to: mail.to,
    language: mail.language,
    networkId: mail.networkId,
    kind: 'partners.introduction',
    // The link of somebody without an account speaks for them.
    isSecret: mail.networkId === null,
    subject: t(`partners.introduction.mail.${key}.subject`, told),
    body: [
      { kind: 'paragraph', text: t(`partners.introduction.mail.${key}.text`, told) },
      ...ties.map(
        (each): MailBlock => ({
          kind: 'paragraph',
          text: t('partners.introduction.mail.tied', { tie: each }),
        }),
      ),
      ...(because === null ? [] : [{ kind: 'paragraph' as const, text: because }]),
      ...quoted.map((each): MailBlock => ({ kind: 'quotation', ...each })),
      { kind: 'action', label: t('partners.introduction.mail.open'), address: mail.address },
      ...(mail.networkId === null
        ? [{ kind: 'smallPrint' as const, text: t('partners.introduction.mail.keep') }]
        : []),
    ],
  }
}

/** Asks whoever typed in an address whether it is theirs; nothing of what they typed is delivered to others. */
export function confirmationMail(
  t: Translate,
  mail: Pick<IntroductionMail, 'to' | 'language' | 'network' | 'address'>,
): Mail {
  return {
    to: { address: mail.to.address },
    language: mail.language,
    networkId: null,
    kind: 'partners.introduction',
    isSecret: true,
    subject: t('partners.introduction.mail.confirm.subject'),
    body: [
      {
        kind: 'paragraph',
        text: t('partners.introduction.mail.confirm.text', { network: mail.network }),
      },
      { kind: 'action', label: t('partners.introduction.mail.confirm.action'), address: mail.address },
      { kind: 'smallPrint', text: t('partners.introduction.mail.confirm.nothing') },
    ],
  }
}

import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'

export type ProposerNews =
  | 'confirm'
  | 'received'
  | 'renewed'
  | 'question'
  | 'amended'
  | 'accepted'
  | 'refused'
  | 'wishAccepted'
  | 'wishRefused'

export interface ProposerMail {
  key: ProposerNews
  to: { address: string; name: string }
  language: InterfaceLanguage
  title: string
  network: string
  /** The proposer’s own link. */
  address: string
  /** Where everybody reads the event. */
  published: string | null
  quoted: { text: string; language: string } | null
}

/** A mail to whoever proposed an event, in the language in which they did. */
export function proposerMail(t: Translate, { key, title, network, quoted, ...mail }: ProposerMail): Mail {
  // Whoever types in somebody else’s address has nothing of theirs delivered there.
  const isAsked = key === 'confirm'
  return {
    to: isAsked ? { address: mail.to.address } : mail.to,
    language: mail.language,
    // The outbox of a network shows its coordinators the addresses of its mails; this one is theirs to know no more than others’.
    networkId: null,
    kind: 'agenda.proposal',
    // Its link speaks for the proposer.
    isSecret: true,
    subject:
      key === 'confirm'
        ? t('agenda.proposalMail.confirm.subject')
        : t(`agenda.proposalMail.${key}.subject`, { title }),
    body: [
      {
        kind: 'paragraph',
        text:
          key === 'confirm'
            ? t('agenda.proposalMail.confirm.text', { network })
            : t(`agenda.proposalMail.${key}.text`, { title, network }),
      },
      ...(quoted ? [{ kind: 'quotation' as const, ...quoted }] : []),
      ...(mail.published === null
        ? []
        : [
            {
              kind: 'action' as const,
              label: t('agenda.proposalMail.published'),
              address: mail.published,
            },
          ]),
      {
        kind: 'action',
        label: t(isAsked ? 'agenda.proposalMail.confirmAction' : 'agenda.proposalMail.open'),
        address: mail.address,
      },
      {
        kind: 'smallPrint',
        text: t(isAsked ? 'agenda.proposalMail.nothing' : 'agenda.proposalMail.keep'),
      },
    ],
  }
}

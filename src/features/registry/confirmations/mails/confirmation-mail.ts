import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'

interface ConfirmationRequest {
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  network: string
  tie: string
  organisation: string
  /** Who asks. */
  asker: string
  summary: { text: string; language: string } | null
  address: string
}

/** Asks a party, in its language, whether what the registry says of its tie is right; one click answers. */
export function confirmationMail(t: Translate, asked: ConfirmationRequest): Mail {
  const { tie, network, organisation, asker } = asked
  return {
    to: asked.to,
    language: asked.language,
    networkId: asked.networkId,
    kind: 'registry.confirmation',
    // Its link speaks for the party.
    isSecret: true,
    subject: t('registry.confirmationMail.subject', { tie }),
    body: [
      { kind: 'paragraph', text: t('registry.confirmationMail.text', { tie, network, organisation, asker }) },
      ...(asked.summary ? [{ kind: 'quotation' as const, ...asked.summary }] : []),
      { kind: 'action', label: t('registry.confirmationMail.action'), address: asked.address },
      { kind: 'smallPrint', text: t('registry.confirmationMail.smallPrint') },
    ],
  }
}

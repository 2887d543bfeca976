import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type News, newsMail } from '../../../platform/mail/news-mail.ts'

interface ConfirmationRequest extends News {
  tie: string
  organisation: string
  /** Who asks. */
  asker: string
}

/** Asks a party, in its language, whether what the registry says of its tie is right; one click answers. */
export function confirmationMail(t: Translate, asked: ConfirmationRequest): Mail {
  const { tie, network, organisation, asker } = asked
  const words = { tie, network, organisation, asker }
  return newsMail(asked, {
    kind: 'registry.confirmation',
    // Its link speaks for the party.
    isSecret: true,
    subject: t('registry.confirmationMail.subject', { tie }),
    lead: [{ kind: 'paragraph', text: t('registry.confirmationMail.text', words) }],
    action: t('registry.confirmationMail.action'),
    note: t('registry.confirmationMail.smallPrint'),
  })
}

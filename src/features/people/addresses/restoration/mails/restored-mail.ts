import type { Application } from '../../../../../platform/http/application.ts'
import type { Mail } from '../../../../../platform/mail/mail.ts'
import { mailLanguage } from '../../../links/mails/link-mail.ts'
import { contactLine } from '../../mails/address-mails.ts'
import type { Ended } from '../commands.ts'

/** Tells both addresses that the older one was taken back, and what ended with that. */
export function restoredMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: { address: string; name: string; language: string },
  address: string,
  ended: Ended,
): Mail {
  const language = mailLanguage(person.language)
  const t = translate(language)
  return {
    to: { address: person.address, name: person.name },
    language,
    networkId: null,
    kind: 'address-restored',
    isSecret: false,
    subject: t('people.restoredMail.subject'),
    body: [
      { kind: 'paragraph', text: t('people.restoredMail.text', { name: person.name, address }) },
      { kind: 'paragraph', text: t('people.restoration.ended', { ...ended }) },
      contactLine(settings, t),
    ],
  }
}

import type { Application } from '../../../platform/http/application.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type Addressee, personMail } from '../../../platform/mail/person-mail.ts'
import { paths } from '../paths.ts'

/** Says that a new passkey opens the account, and where to remove it. */
export function passkeyMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: Addressee,
): Mail {
  return personMail({ translate }, person, (t, language) => ({
    kind: 'passkey-added',
    subject: t('people.passkeyMail.subject'),
    body: [t('people.passkeyMail.text', { name: person.name })],
    action: t('people.signedIn.account'),
    address: settings.baseUrl + paths.account(language),
    notes: [t('people.passkeyMail.notYou')],
  }))
}

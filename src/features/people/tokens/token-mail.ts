import type { Application } from '../../../platform/http/application.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type Addressee, personMail } from '../../../platform/mail/person-mail.ts'
import { paths } from '../paths.ts'

/** Says that a program may now act under the account, and where to end that. */
export function tokenMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: Addressee,
  token: string,
): Mail {
  return personMail({ translate }, person, (t, language) => ({
    kind: 'token-made',
    subject: t('people.tokenMail.subject'),
    body: [t('people.tokenMail.text', { name: person.name, token })],
    action: t('people.signedIn.account'),
    address: `${settings.baseUrl}${paths.account(language)}#tokens`,
    notes: [t('people.tokenMail.notYou')],
  }))
}

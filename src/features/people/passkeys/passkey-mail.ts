import type { Application } from '../../../platform/http/application.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type Addressee, personMail } from '../../../platform/mail/person-mail.ts'
import { paths } from '../paths.ts'

/** Says that the account can be entered by a new passkey, and where it is removed. */
export function passkeyMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: Addressee,
): Mail {
  return personMail({ translate }, person, (t, language) => ({
    kind: 'passkey-added',
    subject: t('people.passkeyMail.subject'),
    body: [
      { kind: 'paragraph', text: t('people.passkeyMail.text', { name: person.name }) },
      {
        kind: 'action',
        label: t('people.signedIn.account'),
        address: settings.baseUrl + paths.account(language),
      },
      { kind: 'smallPrint', text: t('people.passkeyMail.notYou') },
    ],
  }))
}

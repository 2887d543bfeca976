import type { Application } from '../../../../platform/http/application.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { mailLanguage } from '../../links/mails/link-mail.ts'
import { paths } from '../../paths.ts'

/** Says that the account can be entered by a new passkey, and where it is removed. */
export function passkeyMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: { address: string; name: string; language: string },
): Mail {
  const language = mailLanguage(person.language)
  const t = translate(language)
  return {
    to: { address: person.address, name: person.name },
    language,
    networkId: null,
    kind: 'passkey-added',
    isSecret: false,
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
  }
}

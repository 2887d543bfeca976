import type { Application } from '../../../../platform/http/application.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { mailLanguage } from '../../links/mails/link-mail.ts'
import { paths } from '../../paths.ts'

/** Says that a program may act under the account from now on, and where that is ended. */
export function tokenMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: { address: string; name: string; language: string },
  token: string,
): Mail {
  const language = mailLanguage(person.language)
  const t = translate(language)
  return {
    to: { address: person.address, name: person.name },
    language,
    networkId: null,
    kind: 'token-made',
    isSecret: false,
    subject: t('people.tokenMail.subject'),
    body: [
      { kind: 'paragraph', text: t('people.tokenMail.text', { name: person.name, token }) },
      {
        kind: 'action',
        label: t('people.signedIn.account'),
        address: `${settings.baseUrl}${paths.account(language)}#tokens`,
      },
      { kind: 'smallPrint', text: t('people.tokenMail.notYou') },
    ],
  }
}

import type { Application } from '../../../platform/http/application.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type Addressee, personMail } from '../../../platform/mail/person-mail.ts'
import { linkMinutes } from './commands.ts'
import { signInAddress } from './sign-in-address.ts'

/** The mail that signs a person in, in their language. */
export function linkMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: Addressee,
  token: string,
  next: string | null,
): Mail {
  return personMail({ translate }, person, (t, language) => ({
    kind: 'sign-in',
    isSecret: true,
    subject: t('people.linkMail.subject'),
    body: [t('people.linkMail.text', { name: person.name })],
    action: t('people.linkMail.action'),
    address: signInAddress(settings.baseUrl, language, token, next ?? undefined),
    below: [t('people.linkMail.until', { minutes: linkMinutes })],
    notes: [t('people.linkMail.notYou')],
  }))
}

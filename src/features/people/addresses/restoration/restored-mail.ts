import type { Application } from '../../../../platform/http/application.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { type Addressee, personMail } from '../../../../platform/mail/person-mail.ts'
import { contactLine } from '../address-mails.ts'

/** What ended when an address was restored. */
export interface Ended {
  sessions: number
  tokens: number
  passkeys: number
}

/** Tells both addresses that the older one was restored, and what ended with that. */
export function restoredMail(
  { settings, translate }: Pick<Application, 'settings' | 'translate'>,
  person: Addressee,
  address: string,
  ended: Ended,
): Mail {
  return personMail({ translate }, person, (t) => ({
    kind: 'address-restored',
    subject: t('people.restoredMail.subject'),
    body: [
      t('people.restoredMail.text', { name: person.name, address }),
      t('people.restoration.ended', { ...ended }),
    ],
    notes: [contactLine(settings, t)],
  }))
}

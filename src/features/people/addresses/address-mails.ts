import type { Application } from '../../../platform/http/application.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { type Addressee, personMail } from '../../../platform/mail/person-mail.ts'
import { linkMinutes, restoringDays } from '../links/commands.ts'
import { paths } from '../paths.ts'

type Mailing = Pick<Application, 'settings' | 'translate'>

/** Asks the owner of the new address to confirm it. */
export function confirmationMail(
  { settings, translate }: Mailing,
  person: Addressee,
  address: string,
  token: string,
): Mail {
  return personMail({ translate }, { ...person, address }, (t, language) => ({
    kind: 'address-confirmation',
    isSecret: true,
    subject: t('people.addressMail.subject'),
    body: [t('people.addressMail.text', { name: person.name })],
    action: t('people.addressMail.action'),
    address: settings.baseUrl + paths.newAddress(language, token),
    below: [t('people.linkMail.until', { minutes: linkMinutes })],
    notes: [t('people.addressMail.notYou')],
  }))
}

/** Tells the old address about the change, and lets its owner reverse it. */
export function changedMail(
  { settings, translate }: Mailing,
  person: Addressee,
  address: string,
  token: string,
): Mail {
  return personMail({ translate }, person, (t, language) => ({
    kind: 'address-changed',
    isSecret: true,
    subject: t('people.changedMail.subject'),
    body: [t('people.changedMail.text', { name: person.name, address })],
    action: t('people.changedMail.action'),
    address: settings.baseUrl + paths.oldAddress(language, token),
    below: [t('people.changedMail.until', { days: restoringDays })],
    notes: [contactLine(settings, t)],
  }))
}

/** Names the contact for a recipient who did not make the change that a mail reports. */
export function contactLine({ legal }: Mailing['settings'], t: Translate): string {
  const contact = legal.contact ?? legal.publisher
  return contact ? t('people.changedMail.notYou', { contact }) : t('people.changedMail.notYouAtAll')
}

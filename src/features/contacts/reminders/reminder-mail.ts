import type { Application } from '../../../platform/http/application.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { personMail } from '../../../platform/mail/person-mail.ts'
import { postLine, reviewAddress } from '../contact-mails.ts'
import { beforeElection } from '../views/post-words.tsx'
import type { Caretaker, StaleContact } from './queries.ts'

/** Asks whether contacts are still right: by function and organisation, so that no mail contains their names. */
export function reminderMail(
  application: Pick<Application, 'translate' | 'settings'>,
  caretaker: Caretaker,
  contacts: readonly StaleContact[],
): Mail {
  return personMail(application, caretaker, (t, language) => {
    const [first] = contacts
    const network = first ? chooseName(first.networkName, language).text : ''
    return {
      networkId: first?.networkId ?? null,
      kind: 'contacts.reminder',
      subject: t('contacts.reminderMail.subject', { count: contacts.length, network }),
      body: [
        t('contacts.reminderMail.text', { name: caretaker.name, network }),
        { kind: 'list', items: contacts.map((contact) => lineOf(t, language, contact)) },
      ],
      action: t('contacts.reminderMail.action'),
      address: reviewAddress(application, language, first?.networkSlug ?? ''),
      notes: [t('contacts.reminderMail.often')],
    }
  })
}

function lineOf(t: Translate, language: InterfaceLanguage, contact: StaleContact): string {
  const line = postLine(contact, language)
  return contact.election === null ? line : `${line} (${beforeElection(t, language, contact.election)})`
}

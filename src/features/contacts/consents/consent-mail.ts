import type { Application } from '../../../platform/http/application.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { paths } from '../paths.ts'
import { consentDays } from './consent-days.ts'

interface Addressee {
  email: string
  residence: string
  name: LocalizedName
  organisation: LocalizedName
}

/** Asks somebody whether their data may be read abroad, in the language of the country where they live. */
export function consentMail(
  application: Pick<Application, 'translate' | 'settings'>,
  person: Addressee,
  networkId: string,
  token: string,
): Mail {
  const language = languageIn(person.residence)
  const t = application.translate(language)
  const name = Object.values(person.name)[0] ?? ''
  return {
    to: { address: person.email, name },
    language,
    networkId,
    kind: 'contacts.consent',
    // Who follows the link answers in this person's name.
    isSecret: true,
    subject: t('contacts.consentMail.subject'),
    body: [
      {
        kind: 'paragraph',
        text: t('contacts.consentMail.text', {
          name,
          organisation: chooseName(person.organisation, language).text,
        }),
      },
      {
        kind: 'action',
        label: t('contacts.consentMail.action'),
        address: application.settings.baseUrl + paths.consent(language, token),
      },
      { kind: 'paragraph', text: t('contacts.consentMail.until', { days: consentDays }) },
      { kind: 'smallPrint', text: t('contacts.consentMail.nothing') },
    ],
  }
}

function languageIn(country: string): InterfaceLanguage {
  return country === 'KR' ? 'ko' : country === 'FR' ? 'fr' : 'en'
}

import type { Application } from '../../../platform/http/application.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { mailOf } from '../../../platform/mail/mail-words.ts'
import { paths } from '../paths.ts'

interface Addressee {
  email: string
  residence: string
  name: LocalizedName
  organisation: LocalizedName
}

/** Asks a person whether their data may be read abroad, in the language of the country where they live. */
export function consentMail(
  application: Pick<Application, 'translate' | 'settings'>,
  person: Addressee,
  networkId: string,
  token: string,
): Mail {
  const language = languageIn(person.residence)
  const t = application.translate(language)
  const name = Object.values(person.name)[0] ?? ''
  const organisation = chooseName(person.organisation, language).text
  const address = application.settings.baseUrl + paths.consent(language, token)
  return mailOf(
    { to: { address: person.email, name }, language, networkId, address },
    {
      kind: 'contacts.consent',
      // Anyone who follows the link answers in this person’s name.
      isSecret: true,
      subject: t('contacts.consentMail.subject'),
      body: [t('contacts.consentMail.text', { name, organisation })],
      action: t('contacts.consentMail.action'),
      below: [t('contacts.consentMail.until', { days: consentDays })],
      notes: [t('contacts.consentMail.nothing')],
    },
  )
}

function languageIn(country: string): InterfaceLanguage {
  return country === 'KR' ? 'ko' : country === 'FR' ? 'fr' : 'en'
}

/** How long the person may take to answer. */
export const consentDays = 60

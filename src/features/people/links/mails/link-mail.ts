import type { Application } from '../../../../platform/http/application.ts'
import { type InterfaceLanguage, isInterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { linkMinutes } from '../commands.ts'
import { signInAddress } from '../sign-in-address.ts'

interface Addressee {
  address: string
  name: string
  language: string
}

/** The mail that lets somebody in, in their language. */
export function linkMail(
  application: Application,
  person: Addressee,
  token: string,
  next: string | null,
): Mail {
  const language = mailLanguage(person.language)
  const t = application.translate(language)
  const { baseUrl } = application.settings
  return {
    to: { address: person.address, name: person.name },
    language,
    networkId: null,
    kind: 'sign-in',
    isSecret: true,
    subject: t('people.linkMail.subject'),
    body: [
      { kind: 'paragraph', text: t('people.linkMail.text', { name: person.name }) },
      {
        kind: 'action',
        label: t('people.linkMail.action'),
        address: signInAddress(baseUrl, language, token, next ?? undefined),
      },
      { kind: 'paragraph', text: t('people.linkMail.until', { minutes: linkMinutes }) },
      { kind: 'smallPrint', text: t('people.linkMail.notYou') },
    ],
  }
}

/** The language in which somebody is written to. */
export function mailLanguage(language: string): InterfaceLanguage {
  return isInterfaceLanguage(language) ? language : 'en'
}

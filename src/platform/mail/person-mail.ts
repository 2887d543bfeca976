import { type InterfaceLanguage, isInterfaceLanguage } from '../i18n/languages.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Mail } from './mail.ts'

/** Somebody with a name, and the language (BCP 47) in which they read. */
export interface Addressee {
  address: string
  name: string
  language: string
}

type Written = Pick<Mail, 'kind' | 'subject' | 'body'> & Partial<Omit<Mail, 'language'>>

/** A mail to somebody in their language: of no network and without a secret, unless what is written says otherwise. */
export function personMail(
  { translate }: { translate(language: InterfaceLanguage): Translate },
  person: Addressee,
  write: (t: Translate, language: InterfaceLanguage) => Written,
): Mail {
  const language = isInterfaceLanguage(person.language) ? person.language : 'en'
  const to = { address: person.address, name: person.name }
  return { to, language, networkId: null, isSecret: false, ...write(translate(language), language) }
}

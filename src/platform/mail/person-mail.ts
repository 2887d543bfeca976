import { type InterfaceLanguage, interfaceLanguageFor } from '../i18n/languages.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Mail } from './mail.ts'
import { type MailWords, mailOf } from './mail-words.ts'

/** A person with a name, and the language (BCP 47) in which they read. */
export interface Addressee {
  address: string
  name: string
  language: string
}

interface Written extends MailWords {
  /** Absolute, of the page to which the button leads; without one there is no button. */
  address?: string
  /** Of no network when left out. */
  networkId?: string | null
}

/** A mail to a person in their language: of no network and without a secret, unless its words say otherwise. */
export function personMail(
  { translate }: { translate(language: InterfaceLanguage): Translate },
  person: Addressee,
  write: (t: Translate, language: InterfaceLanguage) => Written,
): Mail {
  const language = interfaceLanguageFor(person.language)
  const to = { address: person.address, name: person.name }
  const { address = null, networkId = null, ...words } = write(translate(language), language)
  return mailOf({ to, language, networkId, address }, words)
}

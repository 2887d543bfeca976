import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { readMailbox } from '../../../platform/mail/mail-address.ts'

/** A person to convene. */
export interface Recipient {
  personId: string | null
  name: string
  /** In lower case. */
  address: string
  function: LocalizedText
  organisationId: string | null
  language: InterfaceLanguage
}

/**
 * Reads addresses separated by lines, commas or semicolons: `Name <address>` or an address alone. `wrong` lists what is not an address, as
 * typed. An address that comes twice counts once.
 */
export function readAddresses(
  text: string,
  language: InterfaceLanguage,
): { recipients: Recipient[]; wrong: string[] } {
  const recipients = new Map<string, Recipient>()
  const wrong: string[] = []
  for (const typed of text.split(/[\n,;]/).map((part) => part.trim())) {
    if (typed === '') continue
    const mailbox = readMailbox(typed)
    if (!mailbox) wrong.push(typed.slice(0, 100))
    else {
      const address = mailbox.address.toLowerCase()
      if (!recipients.has(address))
        recipients.set(address, {
          personId: null,
          name: mailbox.name.trim(),
          address,
          function: {},
          organisationId: null,
          language,
        })
    }
  }
  return { recipients: [...recipients.values()], wrong }
}

/** Each recipient once, by address; the first one counts. */
export function eachOnce(recipients: readonly Recipient[]): Recipient[] {
  const byAddress = new Map<string, Recipient>()
  for (const recipient of recipients) {
    if (!byAddress.has(recipient.address)) byAddress.set(recipient.address, recipient)
  }
  return [...byAddress.values()]
}

import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import type { Mail, MailBlock, MailCalendar } from '../../../platform/mail/mail.ts'

export type RegistrationNews =
  | 'confirm'
  | 'placed'
  | 'waiting'
  | 'promoted'
  | 'already'
  | 'renewed'
  | 'reminder'
  | 'moved'
  | 'cancelled'
  | 'restored'
  | 'withdrawn'
  | 'removed'

export interface RegistrationMail {
  key: RegistrationNews
  to: { address: string; name: string }
  language: InterfaceLanguage
  title: string
  network: string
  facts: { label: string; value: string }[]
  /** The registrant’s own link; null where it leads nowhere any more. */
  address: string | null
  /** What those who hold the event say. */
  word: { text: string; language: string } | null
  calendar: MailCalendar | null
}

/** A mail to whoever registered for an event, in the language in which they did. */
export function registrationMail(t: Translate, mail: RegistrationMail): Mail {
  const { key, title, network, facts, address, word, calendar } = mail
  // Whoever types in somebody else’s address has nothing of theirs delivered there.
  const isAsked = key === 'confirm'
  const body: MailBlock[] = [
    { kind: 'paragraph', text: t(`agenda.registrationMail.${key}.text`, { title, network }) },
    ...(word ? [{ kind: 'quotation' as const, ...word }] : []),
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ...(address === null
      ? []
      : [
          {
            kind: 'action' as const,
            label: t(isAsked ? 'agenda.registrationMail.confirmAction' : 'agenda.registrationMail.open'),
            address,
          },
          {
            kind: 'smallPrint' as const,
            text: t(isAsked ? 'agenda.registrationMail.nothing' : 'agenda.registrationMail.keep'),
          },
        ]),
    ...(calendar && calendar.method === 'REQUEST'
      ? [{ kind: 'smallPrint' as const, text: t('agenda.registrationMail.calendar') }]
      : []),
  ]
  return {
    to: isAsked ? { address: mail.to.address } : mail.to,
    language: mail.language,
    // The outbox of a network shows its addresses to more people than those who hold the event.
    networkId: null,
    kind: 'agenda.registration',
    // Its link speaks for the registrant.
    isSecret: true,
    subject: t(`agenda.registrationMail.${key}.subject`, { title }),
    body,
    ...(calendar ? { calendar } : {}),
  }
}

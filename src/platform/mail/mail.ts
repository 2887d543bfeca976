import type { Calendar, CalendarEvent, StoredEvent } from '../calendar/calendar-event.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'

/** A text in the language of the mail, or a passage in another one (BCP 47). */
export type MailText = string | { text: string; language: string }

/** What the body of a mail is made of, in order: data, from which both parts of the mail are drawn. */
export type MailBlock =
  | { kind: 'paragraph'; text: MailText }
  | { kind: 'heading'; text: MailText }
  /** Something to do, at an absolute address. */
  | { kind: 'action'; label: string; address: string }
  | { kind: 'list'; items: MailText[] }
  | { kind: 'quotation'; text: string; language: string }
  | { kind: 'facts'; facts: { label: string; value: MailText }[] }
  | { kind: 'smallPrint'; text: MailText }

/** The list of a mail to many readers, for mail programs (RFC 2919, RFC 8058). */
export interface MailList {
  /** Without domain, which is ours: `newsletter.france-coree`. */
  id: string
  name: string
  /** Takes a POST without cookies, for this reader alone. */
  unsubscribeAddress: string
}

/** An event for a calendar program, with what is asked of it. */
export interface CalendarPart {
  method: NonNullable<Calendar['method']>
  event: CalendarEvent
  /** Of an event that repeats: the occurrences that differ from its rule. */
  changed?: CalendarEvent[]
}

/** What the recipient’s calendar program reads of a mail (RFC 6047). */
export interface MailCalendar extends CalendarPart {
  /** Other events, each in a file of its own: a request or a cancellation is about one event alone (RFC 5546). */
  others?: CalendarPart[]
}

/** A `CalendarPart` as JSON keeps it. */
export interface StoredCalendarPart extends Pick<CalendarPart, 'method'> {
  event: StoredEvent
  changed?: StoredEvent[]
}

export interface StoredMailCalendar extends StoredCalendarPart {
  others?: StoredCalendarPart[]
}

export interface Mail {
  to: { address: string; name?: string }
  /** The recipient's: all texts are in it. */
  language: InterfaceLanguage
  /** Null when the mail concerns no single network. */
  networkId: string | null
  /** Feature and what the mail is for, `people.signIn`: a feature that sends it says it in words, see `Feature.mails`. */
  kind: string
  /** The body holds what signs the recipient in. The subject, which others see, never does. */
  isSecret: boolean
  /** The other person who may read a secret mail: the one who invited, never one who only asked for a link. */
  readableBy?: string
  subject: string
  body: MailBlock[]
  /** Where answers go; nowhere when left out. */
  replyTo?: string
  /** The Message-IDs (`<…>`) of the conversation that it goes on, the oldest first: mail programs show them together. */
  thread?: readonly string[]
  list?: MailList
  calendar?: MailCalendar
  /** When it expires, such as when its link ends: not sent later. Five days on by default. */
  uselessAt?: Temporal.Instant
}

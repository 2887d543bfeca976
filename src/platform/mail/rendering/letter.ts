import type { MailBlock } from '../mail.ts'

/** What both parts of a mail are drawn from. */
export interface Letter {
  language: string
  subject: string
  body: MailBlock[]
  words: {
    /** Under a button: what to do when it does not open. */
    actionHint: string
    /** At the end: where the mail comes from. */
    origin: string
  }
}

import type { InterfaceLanguage } from '../i18n/languages.ts'
import type { Mail, MailBlock } from './mail.ts'

/** What somebody is told of something in a group, and where it goes on. */
export interface News {
  to: { address: string; name: string }
  language: InterfaceLanguage
  networkId: string
  /** What the group is called. */
  network: string
  /** What somebody said, in its language (BCP 47). */
  quoted: { text: string; language: string } | null
  /** Of what can be done or read now. */
  address: string
}

interface Words extends Pick<Mail, 'kind' | 'subject'> {
  isSecret?: boolean
  /** What stands before the words that are quoted. */
  lead: MailBlock[]
  /** Of the link to the address, and what stands below it. */
  action: string
  note?: string
}

/** A mail with news: without a secret, unless its words say otherwise. */
export function newsMail(news: News, { lead, action, note, ...words }: Words): Mail {
  const { to, language, networkId, quoted, address } = news
  const body: MailBlock[] = [
    ...lead,
    ...(quoted ? [{ kind: 'quotation' as const, ...quoted }] : []),
    { kind: 'action', label: action, address },
    ...(note === undefined ? [] : [{ kind: 'smallPrint' as const, text: note }]),
  ]
  return { to, language, networkId, isSecret: false, ...words, body }
}

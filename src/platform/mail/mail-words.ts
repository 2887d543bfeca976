import type { Mail, MailBlock, MailCalendar, MailList } from './mail.ts'

/** A string is a paragraph. Null, false, '', facts without a fact and a list without an item are left out. */
export type MailPart = string | MailBlock | null | false

/** What a mail says, in the language of its recipient, without the recipient and the address that it leads to. */
export interface MailWords extends Pick<Mail, 'kind' | 'subject'> {
  /** Its link speaks for the recipient. */
  isSecret?: boolean
  /** Above the button. */
  body: readonly MailPart[]
  /** The label of the button. */
  action?: string
  /** Below the button. */
  below?: readonly MailPart[]
  /** Small print, below everything else. */
  notes?: readonly (string | null | false)[]
  calendar?: MailCalendar | null
  /** Of this mail alone: an answer address makes it secret. */
  replyTo?: string | undefined
  thread?: readonly string[]
  list?: MailList | null
}

interface Addressed extends Pick<Mail, 'to' | 'language' | 'networkId'> {
  /** Absolute, of the page to which the button leads; null for a mail without a button. */
  address: string | null
}

/** Lays a mail out: its body, the button, what is below, small print. It is no secret unless its words say so. */
export function mailOf({ to, language, networkId, address }: Addressed, words: MailWords): Mail {
  const {
    kind,
    subject,
    isSecret = false,
    body,
    action = '',
    below = [],
    notes = [],
    calendar,
    list,
    replyTo,
    thread,
  } = words
  const parts: MailPart[] = [
    ...body,
    address !== null && { kind: 'action', label: action, address },
    ...below,
    ...notes.map((text): MailPart => (text ? { kind: 'smallPrint', text } : null)),
  ]
  return {
    to,
    language,
    networkId,
    kind,
    isSecret,
    subject,
    body: parts.flatMap(blocksOf),
    ...(calendar ? { calendar } : {}),
    ...(list ? { list } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(thread ? { thread } : {}),
  }
}

function blocksOf(part: MailPart): MailBlock[] {
  if (!part) return []
  if (typeof part === 'string') return [{ kind: 'paragraph', text: part }]
  if (part.kind === 'facts' && part.facts.length === 0) return []
  return part.kind === 'list' && part.items.length === 0 ? [] : [part]
}

import PostalMime, { type Email } from 'postal-mime'
import { kindOfStatus, type MailReturn } from './mail-return.ts'

const longestWords = 500
// Reports and letters of servers have their facts at the beginning.
const mostLetters = 64 * 1024
const longestField = 1_000

/**
 * What a message in our mailbox means for a mail of ours: a delivery report (RFC 3464), a complaint (RFC 5965), or the plain
 * letter that older servers write. `automatic` is an absence note or a receipt, which means nothing for the mail; `other` is
 * written by a person, or cannot be understood.
 */
export type ReadMessage = { is: 'return'; return: MailReturn } | { is: 'automatic' } | { is: 'other' }

export async function readReturn(bytes: Uint8Array): Promise<ReadMessage> {
  const message = await parse(bytes)
  if (message === null) return { is: 'other' }
  const found = readComplaint(message) ?? readReport(message) ?? readLetter(message)
  if (found)
    return found.kind === null
      ? { is: 'automatic' }
      : { is: 'return', return: { ...found, kind: found.kind } }
  return { is: isAutomatic(message) ? 'automatic' : 'other' }
}

async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, {
      attachmentEncoding: 'utf8',
      forceRfc822Attachments: true,
      maxNestingDepth: 20,
      maxHeadersSize: 256 * 1024,
    })
  } catch {
    return null
  }
}

/** `kind: null`: the report says that nothing has gone wrong, or nothing yet. */
type Found = Omit<MailReturn, 'kind'> & { kind: MailReturn['kind'] | null }

function readComplaint(message: Email): Found | null {
  const report = partOf(message, 'message/feedback-report')
  if (report === null) return null
  const fields = fieldsOf(report)
  const original = originalOf(message)
  const kind = fields.get('feedback-type')?.toLowerCase() === 'not-spam' ? null : 'complaint'
  const recipient = addressIn(fields.get('original-rcpt-to') ?? original?.get('to') ?? '')
  return withId(original, {
    kind,
    recipient,
    words: [fields.get('feedback-type'), fields.get('user-agent')].filter((each) => each).join(', '),
  })
}

function readReport(message: Email): Found | null {
  const report = partOf(message, 'message/delivery-status')
  if (report === null) return null
  // Fields of the report itself, then of each recipient: our mails have one.
  const parts = report.split(/\r?\n\s*\r?\n/).map(fieldsOf)
  const of = parts.find((fields) => fields.has('final-recipient') || fields.has('original-recipient'))
  if (!of) return null
  const status = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(of.get('status') ?? '')?.[0] ?? ''
  const action = of.get('action')?.toLowerCase() ?? ''
  const said = of.get('diagnostic-code')?.replace(/^[\w-]+\s*;\s*/, '') ?? ''
  return withId(originalOf(message), {
    kind: action === 'failed' ? kindOfStatus(status, said) : null,
    recipient: addressIn(of.get('original-recipient') ?? of.get('final-recipient') ?? ''),
    words: said || status,
  })
}

// Servers that write no report name the mail in what they quote of it.
function readLetter(message: Email): Found | null {
  const from = message.from && 'address' in message.from ? (message.from.address ?? '') : ''
  const isFromServer = /^(mailer-daemon|postmaster|mail delivery)/i.test(from) || message.returnPath === '<>'
  if (!isFromServer) return null
  const text = [message.text ?? '', ...message.attachments.map(({ content }) => String(content))]
    .map((part) => part.slice(0, mostLetters))
    .join('\n')
    .slice(0, mostLetters)
  // Within one line: over all the line ends before it, each of them would be tried with each.
  const id = /^[ \t]{0,20}>?[ \t]{0,20}message-id:\s{0,20}(<[^<>\s]{1,998}>)/im.exec(text)?.[1]
  if (id === undefined) return null
  const said =
    /^.*\b[45]\d\d[ -].*$/m.exec(text)?.[0] ?? /^.*\b[45]\.\d{1,3}\.\d{1,3}\b.*$/m.exec(text)?.[0] ?? ''
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? ''
  return { kind: kindOfStatus(status, said), recipient: null, words: inOneLine(said), messageId: id }
}

// RFC 3834, and what Outlook and others write instead.
function isAutomatic({ headers }: Email): boolean {
  const value = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? ''
  const submitted = value('auto-submitted')
  return (
    (submitted !== '' && submitted !== 'no') ||
    value('x-autoreply') !== '' ||
    value('x-auto-response-suppress') !== '' ||
    /^(bulk|junk|auto_reply)$/.test(value('precedence'))
  )
}

function withId(
  original: Map<string, string> | null,
  { kind, recipient, words }: Pick<Found, 'kind' | 'recipient' | 'words'>,
): Found | null {
  const messageId = /<[^<>\s]+>/.exec(original?.get('message-id') ?? '')?.[0]
  return messageId === undefined ? null : { kind, recipient, words: inOneLine(words), messageId }
}

function originalOf(message: Email): Map<string, string> | null {
  const text = partOf(message, 'message/rfc822') ?? partOf(message, 'text/rfc822-headers')
  return text === null ? null : headersOf(text)
}

function partOf({ attachments }: Email, type: string): string | null {
  const part = attachments.find(({ mimeType }) => mimeType === type)
  return part === undefined ? null : String(part.content).slice(0, mostLetters)
}

function addressIn(field: string): string | null {
  return /[^\s<>;,@]+@[^\s<>;,]+/.exec(field.slice(0, longestField))?.[0]?.toLowerCase() ?? null
}

function inOneLine(text: string): string {
  return text
    .slice(0, 4 * longestWords)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
}

/** The fields of a block of a report, unfolded, by their names in small letters; the first of each name. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined && !fields.has(name.toLowerCase()))
      fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** The headers of a message, its body left aside. */
function headersOf(message: string): Map<string, string> {
  return fieldsOf(message.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? '')
}

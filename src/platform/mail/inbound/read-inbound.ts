import PostalMime, { type Email } from 'postal-mime'
import { lineOf, readComponents } from '../../calendar/reading/components.ts'
import { readWallTimes } from '../../calendar/reading/wall-time.ts'
import { type ReadMessage, readReturn } from '../returns/read-return.ts'
import type { CalendarReply, InboundFile } from './answer-taker.ts'
import { type ProofGround, proveSender, type SenderProof } from './prove-sender.ts'
import { filesOf } from './reading/mail-parts.ts'
import { type ReadAnswer, readMessage } from './reading/read-answer.ts'

/** All that is read of a message: in a process of its own, as anybody may write one. */
export interface ReadInbound {
  answer: ReadAnswer
  /** Of a report of a server. */
  returned: ReadMessage | null
  /** With angle brackets; null where it has none. */
  messageId: string | null
  subject: string
  from: { address: string; name: string } | null
  /** The fields that say to whom it went. */
  recipients: string[]
  /** Message-IDs that it goes on, the newest first. */
  thread: string[]
  proof: SenderProof
  files: InboundFile[]
  calendarReply: CalendarReply | null
}

const mostFiles = 20
const largestHead = 256 * 1024

/** Reads a message: what its person says, from whom and to whom it is, and whether that is shown. */
export async function readInbound(bytes: Uint8Array, ground: ProofGround): Promise<ReadInbound> {
  const { answer, mail } = await readMessage(bytes)
  const head = mail ?? (await readHead(bytes))
  const field = (name: string) => head.headers.filter(({ key }) => key === name).map(({ value }) => value)
  const address = head.from?.address?.trim().toLowerCase() ?? ''
  const isFromPerson = answer.is !== 'return' && answer.is !== 'automatic'
  const calendarReply = mail ? calendarReplyIn(mail) : null
  return {
    answer,
    returned: answer.is === 'return' ? await readReturn(bytes) : null,
    messageId: /<[^<>\s]{1,250}>/.exec(head.messageId ?? '')?.[0] ?? null,
    subject: head.subject?.slice(0, 500) ?? '',
    from: address === '' ? null : { address, name: head.from?.name?.slice(0, 200) ?? '' },
    recipients: ['to', 'cc', 'delivered-to', 'x-original-to'].flatMap(field),
    thread: [
      ...(head.inReplyTo ?? '').matchAll(/<[^<>\s]{1,250}>/g),
      ...(head.references ?? '').matchAll(/<[^<>\s]{1,250}>/g),
    ]
      .map(([id]) => id)
      .slice(0, 50),
    proof: isFromPerson || calendarReply !== null ? await proveSender(bytes, ground) : 'none',
    files: mail && isFromPerson ? filesIn(mail) : [],
    calendarReply,
  }
}

/** What stands above a message that is not read further. */
async function readHead(bytes: Uint8Array): Promise<Email> {
  const head =
    Buffer.from(bytes.subarray(0, largestHead))
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? ''
  return PostalMime.parse(`${head}\r\n\r\n`).catch(() => PostalMime.parse('\r\n'))
}

function filesIn(mail: Email): InboundFile[] {
  return filesOf(mail)
    .slice(0, mostFiles)
    .map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      type: mimeType,
      bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    }))
}

const answers = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const

/** What a calendar program answers to an invitation. */
export function calendarReplyIn({ attachments }: Pick<Email, 'attachments'>): CalendarReply | null {
  const part = attachments.find(
    ({ mimeType, method }) => mimeType === 'text/calendar' && method?.toUpperCase() === 'REPLY',
  )
  if (part === undefined) return null
  const text =
    typeof part.content === 'string' ? part.content : Buffer.from(part.content as ArrayBuffer).toString()
  try {
    const [event] = readComponents(text.replaceAll(/\r?\n[ \t]/g, ''), []).flatMap(({ parts }) =>
      parts.filter(({ name }) => name === 'VEVENT'),
    )
    const attendee = event && lineOf(event, 'ATTENDEE')
    const answer = answers[attendee?.parameters.PARTSTAT?.toUpperCase() as keyof typeof answers]
    if (event === undefined || attendee === undefined || answer === undefined) return null
    return {
      uid: lineOf(event, 'UID')?.value.trim() ?? '',
      attendee: attendee.value
        .trim()
        .toLowerCase()
        .replace(/^mailto:/, ''),
      answer,
      at: stampOf(lineOf(event, 'DTSTAMP')?.value),
    }
  } catch {
    return null
  }
}

function stampOf(value = ''): Date | null {
  const [stamp] = readWallTimes(value)
  return stamp ? new Date(stamp.wall.toZonedDateTime('UTC').epochMilliseconds) : null
}

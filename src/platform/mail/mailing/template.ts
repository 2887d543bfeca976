import { hash } from 'node:crypto'
import { compose } from '../delivery/compose.ts'
import { listHeaders } from '../delivery/message.ts'
import { endOfMessage } from '../delivery/message-stream.ts'
import { type DkimKey, domainOf } from '../dkim-key.ts'
import type { Mailbox } from '../mail-address.ts'
import { readField, signatureOf } from '../sign-message.ts'
import { quotedPrintable } from './quoted-printable.ts'

/** What one version of a mailing is made of, as the database keeps it. */
export interface StoredVersion {
  mailingId: string
  language: string
  /** Empty for the name of this house. */
  sender: string
  subject: string
  html: string
  plain: string
  listId: string
  listName: string
  replyTo: string | null
  preparedAt: Date
}

export interface Recipient {
  mailingId: string
  readerId: string
  address: string
  name: string
  preferencesAddress: string
  unsubscribeAddress: string
}

export interface Template {
  /** A reader’s message, ready for the wire (see ReadyMessage): the parts that all have in common, with the reader’s own between them. */
  fill(reader: Recipient, take?: (bytes: number) => Buffer): Promise<Buffer>
}

type Slot = 'preferences' | 'unsubscribe' | 'name'
type Piece = { bytes: string } | { slot: Slot; isHtml: boolean }

const slots = /\{\{(preferences|unsubscribe|name)\}\}/
const shared = /^(?:from|reply-to|subject|date|list-id|content-language|mime-version):/i

// Two kilobytes and a half with all that is usual.
const roomOfHead = 6 * 1024

/** Composes a version once, for all of its readers. */
export async function createTemplate(
  version: StoredVersion,
  from: Mailbox,
  key: DkimKey | null,
): Promise<Template> {
  const ownDomain = domainOf(from.address)
  const boundary = `=_${version.mailingId}`
  const lines = [
    ...(await sharedHeaders(version, { ...from, name: version.sender || from.name }, ownDomain)),
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ]
  const fields = lines.map(readField)
  const pieces: Piece[] = [
    { bytes: partHead(boundary, 'text/plain') },
    ...piecesOf(version.plain, false),
    { bytes: `\r\n${partHead(boundary, 'text/html')}` },
    ...piecesOf(version.html, true),
    { bytes: `\r\n--${boundary}--\r\n` },
  ]
  const end = Buffer.from(endOfMessage)
  const common = pieces.map((piece) => ('bytes' in piece ? Buffer.from(piece.bytes, 'latin1') : piece))

  return {
    fill: async (reader, take = Buffer.allocUnsafeSlow) => {
      const parts = common.map((piece) => (Buffer.isBuffer(piece) ? piece : ownOf(piece, reader)))
      // The body first, since the head contains its hash: behind room for that.
      const length = parts.reduce((sum, part) => sum + part.length, 0)
      const room = take(roomOfHead + length + end.length)
      let at = roomOfHead
      for (const part of parts) at += part.copy(room, at)
      end.copy(room, at)
      const own = [
        `To: ${mailboxHeader(reader)}`,
        // Equal at every attempt: a reader who gets it twice after a crash sees it once.
        `Message-ID: <${reader.mailingId}.${reader.readerId}@${ownDomain}>`,
        `List-Unsubscribe: <${reader.unsubscribeAddress}>`,
      ]
      const head = [...lines, ...own, '', ''].join('\r\n')
      const signature =
        key === null
          ? ''
          : await signatureOf(
              key,
              [...fields, ...own.map(readField)],
              hash('sha256', room.subarray(roomOfHead, at), 'base64'),
            )
      const whole = signature + head
      // Names of many words, by which no letter may fail.
      if (whole.length > roomOfHead)
        return Buffer.concat([Buffer.from(whole, 'latin1'), room.subarray(roomOfHead)])
      room.write(whole, roomOfHead - whole.length, 'latin1')
      return room.subarray(roomOfHead - whole.length)
    },
  }
}

async function sharedHeaders(version: StoredVersion, from: Mailbox, ownDomain: string): Promise<string[]> {
  const { id } = listHeaders(
    { id: version.listId, name: version.listName, unsubscribeAddress: '' },
    ownDomain,
  )
  const composed = await compose({
    from,
    subject: version.subject,
    date: version.preparedAt,
    ...(version.replyTo === null ? {} : { replyTo: version.replyTo }),
    list: { id },
    headers: { 'Content-Language': version.language },
    text: '-',
  })
  const head = composed.toString('latin1').split('\r\n\r\n')[0] ?? ''
  return head.split(/\r\n(?![ \t])/).filter((line) => shared.test(line))
}

function partHead(boundary: string, type: string): string {
  return `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`
}

function piecesOf(text: string, isHtml: boolean): Piece[] {
  return text
    .split(slots)
    .map((part, place) =>
      place % 2 === 0 ? { bytes: quotedPrintable(part) } : { slot: asSlot(part), isHtml },
    )
}

function asSlot(name: string): Slot {
  return name === 'preferences' || name === 'unsubscribe' ? name : 'name'
}

// On lines of its own, which the encoding joins again.
function ownOf({ slot, isHtml }: { slot: Slot; isHtml: boolean }, reader: Recipient): Buffer {
  const values = {
    preferences: reader.preferencesAddress,
    unsubscribe: reader.unsubscribeAddress,
    name: reader.name,
  }
  const value = isHtml ? escapeHtml(values[slot]) : values[slot]
  return Buffer.from(`=\r\n${quotedPrintable(value)}=\r\n`, 'latin1')
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function mailboxHeader({ name, address }: Recipient): string {
  if (name === '') return address
  if (/^[\w -]+$/.test(name) && name.length < 60) return `${name} <${address}>`
  // Whole characters, at most as many as an encoded word takes (RFC 2047).
  const words = name.match(/.{1,10}/gu) ?? []
  const encoded = words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`)
  return `${encoded.join('\r\n ')}\r\n <${address}>`
}

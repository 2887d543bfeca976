import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Application } from '../../http/application.ts'
import { endOfMessage } from '../delivery/connection.ts'
import { compose, listHeaders } from '../delivery/message.ts'
import { type DkimKey, domainOf } from '../dkim-key.ts'
import type { Mailbox } from '../mail-address.ts'
import { readField, signatureOf } from '../sign-message.ts'

/** What one version of a mailing is made of, as the database keeps it. */
interface StoredVersion {
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

interface Template {
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

const longestLine = 75
const [space, tab, lineEnd, equals, dot] = [0x20, 0x09, 0x0a, 0x3d, 0x2e]

/**
 * A text as quoted-printable. No line ends with a space or holds two in a row, so that what DKIM calls relaxed leaves it as
 * it is: the hash of a body can be taken of its very bytes. None begins with a dot either, which would have to be doubled on the way.
 */
function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text.toWellFormed().replaceAll(/\r\n?/g, '\n'))
  const lines: string[] = []
  let line = ''
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0
    if (byte === lineEnd) {
      lines.push(line)
      line = ''
      continue
    }
    const isWritten = isPlain(byte, bytes[place - 1], bytes[place + 1])
    if (line.length + (isWritten ? 1 : 3) > longestLine) {
      lines.push(`${line}=`)
      line = ''
    }
    line += isWritten && !(byte === dot && line === '') ? String.fromCharCode(byte) : encoded(byte)
  }
  return [...lines, line].join('\r\n')
}

function encoded(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

function isPlain(byte: number, before: number | undefined, after: number | undefined): boolean {
  if (byte === space) return before !== space && before !== undefined && !endsText(after)
  return byte > space && byte < 0x7f && byte !== equals
}

function endsText(byte: number | undefined): boolean {
  return byte === undefined || byte === lineEnd || byte === space || byte === tab
}

// A tenth of a megabyte each. Letters about what concerns each reader alone have many versions, in no order.
const mostKept = 100

/** The templates of the versions being sent: each composed once, when its first reader comes. */
export function openTemplates(
  { database, settings }: Pick<Application, 'database' | 'settings'>,
  key: DkimKey | null,
): (mailingId: string, version: string) => Promise<Template> {
  const kept = new LRUCache<string, Promise<Template>>({ max: mostKept })

  async function read(mailingId: string, version: string): Promise<Template> {
    const { rows } = await sql<StoredVersion>`
      select m.mailing_id as "mailingId", v.language, v.sender, v.subject, v.html, v.plain, m.list_id as "listId",
        m.list_name as "listName", m.reply_to as "replyTo", m.prepared_at as "preparedAt"
      from platform_mailing m
      join platform_mailing_version v using (mailing_id)
      where m.mailing_id = ${mailingId} and v.version_key = ${version}
    `.execute(database)
    const [row] = rows
    if (!row) throw new Error(`No version ${version} of the mailing ${mailingId}`)
    return createTemplate(row, settings.mailFrom, key)
  }

  return (mailingId, version) => {
    const name = `${mailingId} ${version}`
    const template = kept.get(name) ?? read(mailingId, version)
    kept.set(name, template)
    template.catch(() => kept.delete(name))
    return template
  }
}

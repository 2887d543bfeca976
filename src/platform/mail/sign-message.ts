import { createHash, sign } from 'node:crypto'
import { promisify } from 'node:util'
import type { DkimKey } from './dkim-key.ts'

// In the pool of threads: the mails that follow are made ready meanwhile.
const signInThread = promisify(sign)

/** Headers that a signature covers wherever they occur (RFC 6376, 5.4.1; RFC 8058 wants the two of unsubscribing). */
const covered = new Set([
  'from',
  'reply-to',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-language',
  'auto-submitted',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
])
/** Listed once more often than they occur: a further one, added on the way, breaks the signature. */
const alone = ['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'list-unsubscribe']

/** A message with its signature before it: DKIM, RSA-SHA256, relaxed/relaxed. */
export async function signMessage(key: DkimKey, message: Buffer): Promise<Buffer> {
  const end = message.indexOf('\r\n\r\n') + 2
  const headers = message.toString('latin1', 0, end)
  const body = relaxedBody(message.toString('latin1', end + 2))
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64')
  const signature = await signatureOf(key, readFields(headers), bodyHash)
  return Buffer.concat([Buffer.from(signature, 'latin1'), message])
}

/** A header as a message has it and as it is signed. */
export interface Field {
  name: string
  relaxed: string
}

export function readField(line: string): Field {
  const colon = line.indexOf(':')
  const name = line.slice(0, colon).trim().toLowerCase()
  const value = line
    .slice(colon + 1)
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/^ | $/g, '')
  return { name, relaxed: `${name}:${value}` }
}

/** The header with the signature, its line end included, of a message with these headers, none of which occurs twice. */
export async function signatureOf(key: DkimKey, fields: readonly Field[], bodyHash: string): Promise<string> {
  const signed = fields.filter(({ name }) => covered.has(name))
  const names = [...signed.map(({ name }) => name), ...alone]
  const unsigned = [
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${key.domain};`,
    ` s=${key.selector}; h=${names.join(':\r\n  ')};`,
    ` bh=${bodyHash};`,
    ' b=',
  ].join('\r\n')
  // The second listing of a name adds no data.
  const data = signed.map(({ relaxed }) => `${relaxed}\r\n`).join('') + readField(unsigned).relaxed
  const signature = await signInThread('sha256', Buffer.from(data, 'latin1'), key.key)
  return `${unsigned}${signature.toString('base64').replaceAll(/.{72}(?=.)/g, '$&\r\n  ')}\r\n`
}

function readFields(headers: string): Field[] {
  return headers
    .split(/\r\n(?![ \t])/)
    .filter((line) => line !== '')
    .map(readField)
}

/** A body as its hash is taken of it (RFC 6376, 3.4.4). */
function relaxedBody(body: string): string {
  const lines = body.replaceAll(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n')
  let end = lines.length
  while (end >= 2 && lines.startsWith('\r\n', end - 2)) end -= 2
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`
}

import { isUtf8 } from 'node:buffer'
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { declaredCharset, decodeText } from '../../../reading/decode-text.ts'
import { htmlLines } from './html-lines.ts'
import { decodeKorean, isLikelyKorean } from './korean-letters.ts'
import { isBlank, type MailLine, plainLines } from './mail-line.ts'

/** What a message is made of. */
export interface MailParts {
  mail: Email
  /** Its words, of each part in the version that is preferred where there are two. */
  lines(preferred: TextKind): MailLine[]
  /** Whether what it says in one version is there in the other one too. */
  hasBoth: boolean
  isEncrypted: boolean
}

export type TextKind = 'plain' | 'html'

const mostText = 4 * 1024 * 1024
const mostParts = 2_000

/** A message that is not read. */
export class UnreadMail extends Error {
  readonly reason: 'too_large' | 'unreadable'

  constructor(reason: UnreadMail['reason'], options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}

/** Takes a message apart, its texts in whatever charset. Refuses with `UnreadMail` what has no end of parts or of headers. */
export async function takeApart(bytes: Uint8Array): Promise<MailParts> {
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: 50,
    maxHeadersSize: 512 * 1024,
  })
  let mail: Email
  try {
    mail = await parser.parse(bytes)
  } catch (error) {
    throw new UnreadMail('unreadable', { cause: error })
  }
  // The library decodes fewer charsets than offices write in, and joins lines of several authors: its tree has the bytes.
  const { root } = parser as unknown as { root: Part }
  const all = partsOf(root)
  if (all.length > mostParts) throw new UnreadMail('too_large')
  const versions = versionsOf(root)
  return {
    mail,
    lines: (preferred) => versions.flatMap((version) => linesOf(version, preferred)),
    hasBoth: versions.some(({ plain, html }) => plain.length > 0 && html.length > 0),
    isEncrypted: all.some(isEncrypted),
  }
}

interface Structured {
  value: string
  params: Readonly<Record<string, string | undefined>>
}

/** A part of a message, as `postal-mime` keeps it. */
interface Part {
  childNodes: readonly Part[]
  contentType: { parsed: Structured; multipart: string | false }
  contentDisposition: { parsed: Structured }
  content: ArrayBuffer | null
}

function partsOf(part: Part): Part[] {
  return [part, ...part.childNodes.flatMap(partsOf)]
}

/** A text of a message: its parts, once as plain text and once as HTML. */
type Version = Readonly<Record<TextKind, readonly Part[]>>

function versionsOf(part: Part): Version[] {
  const { multipart, parsed } = part.contentType
  if (multipart !== false) {
    const inside = part.childNodes.flatMap(versionsOf)
    if (multipart !== 'alternative') return inside
    return [{ plain: inside.flatMap(({ plain }) => plain), html: inside.flatMap(({ html }) => html) }]
  }
  if (part.contentDisposition.parsed.value === 'attachment' || nameOf(part) !== undefined) return []
  if (parsed.value === 'text/plain') return [{ plain: [part], html: [] }]
  return parsed.value === 'text/html' ? [{ plain: [], html: [part] }] : []
}

function linesOf({ plain, html }: Version, preferred: TextKind): MailLine[] {
  const other = preferred === 'plain' ? 'html' : 'plain'
  const lines = {
    plain: () => plain.flatMap((part) => plainLines(textOf(part), flowOf(part))),
    html: () => html.flatMap((part) => htmlLines(textOf(part))),
  }
  const wanted = lines[preferred]()
  return wanted.some((line) => !isBlank(line)) ? wanted : lines[other]()
}

const nameOf = (part: Part) =>
  part.contentDisposition.parsed.params.filename ?? part.contentType.parsed.params.name

function flowOf({ contentType: { parsed } }: Part) {
  if (parsed.params.format?.toLowerCase() !== 'flowed') return 'no'
  return parsed.params.delsp?.toLowerCase() === 'yes' ? 'delsp' : 'flowed'
}

function textOf({ content, contentType: { parsed } }: Part): string {
  const bytes = new Uint8Array(content ?? new ArrayBuffer(0))
  if (bytes.length > mostText) throw new UnreadMail('too_large')
  const charset =
    parsed.params.charset?.toLowerCase() ?? (parsed.value === 'text/html' ? declaredCharset(bytes) : null)
  return decodeMail(bytes, charset ?? '').replaceAll('\0', '')
}

const utf8 = new TextDecoder()

/** What bytes say: in UTF-8 where they can be, whatever they claim, else in their charset, else in one that they can be. */
export function decodeMail(bytes: Uint8Array, charset: string): string {
  if (charset.startsWith('utf-16')) return decodeText(bytes, charset).text
  if (charset.includes('2022-kr')) return decodeKorean(unshifted(bytes))
  if (charset.includes('2022-jp')) return new TextDecoder('iso-2022-jp').decode(bytes)
  if (isUtf8(bytes)) return utf8.decode(bytes)
  const written = bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes
  if (/949|uhc|5601|johab|euc-?kr|korean/.test(charset)) return decodeKorean(written)
  const isUnknown = !isLabel(charset) || /^(?:us-)?ascii$|^utf-?8$/.test(charset)
  const korean = isUnknown ? decodeKorean(written) : ''
  return isLikelyKorean(korean) ? korean : decodeText(written, isUnknown ? null : charset).text
}

function isLabel(charset: string): boolean {
  try {
    return new TextDecoder(charset) !== null
  } catch {
    return false
  }
}

// ISO-2022-KR: between SO and SI two bytes of seven bits make a letter, which EUC-KR writes with the eighth bit.
function unshifted(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length)
  let length = 0
  let isShifted = false
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3
    else if (byte === 0x0e || byte === 0x0f) isShifted = byte === 0x0e
    else {
      if (byte === 0x0a) isShifted = false
      plain[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte
    }
  }
  return plain.subarray(0, length)
}

function isEncrypted({ contentType: { parsed } }: Part): boolean {
  if (parsed.value === 'multipart/encrypted') return true
  return (
    /^application\/(?:x-)?pkcs7-mime$/.test(parsed.value) &&
    !/signed/i.test(parsed.params['smime-type'] ?? '')
  )
}

/** Files that a person sent: no picture of a signature, nothing that a program adds. */
export function filesOf({ attachments }: Email): Attachment[] {
  return attachments.filter(({ filename, mimeType, disposition, related, contentId, method, content }) => {
    if (method !== undefined || /^(?:message|multipart)\//.test(mimeType)) return false
    if (/^application\/(?:x-)?(?:pkcs7|pgp)-(?:signature|mime|encrypted)/.test(mimeType)) return false
    const name = filename ?? ''
    if (/^(?:att\d{4,6}\.(?:txt|html?)|smime\.p7[sm]|signature\.asc|.*\.vcf)$/i.test(name)) return false
    if (!mimeType.startsWith('image/')) return name !== ''
    const isInside = related || disposition === 'inline' || contentId !== undefined
    const size = typeof content === 'string' ? content.length : content.byteLength
    return size > largestLogo || !(isInside || /^(?:image|outlook-)[\w-]{0,20}\.\w+$/i.test(name))
  })
}

// Pictures inside the words are logos and signatures, unless they are as large as a photograph.
const largestLogo = 100_000

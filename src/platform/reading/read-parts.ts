import PostalMime, { type Address, type Attachment } from 'postal-mime'
import { openZip } from './container/zip-parts.ts'
import { declaredCharset, decodeText } from './decode-text.ts'
import { draftPassage } from './draft-passage.ts'
import { kindOf, kindOfZip, type NamedFile } from './file-kind.ts'
import { finishPassages } from './finish-document.ts'
import { readHtml } from './html/read-html.ts'
import { readPlainText } from './read-plain-text.ts'
import { readingLimits } from './reading-limits.ts'
import type { Progress, TextDocument, TextPassage } from './text-document.ts'
import { runOf } from './text-runs.ts'
import { asUnreadable, TextUnreadable } from './text-unreadable.ts'

/** What was read of a file: its text, or those of a mail and its attachments, each with the name of its file. */
export interface ReadPart {
  name: string
  document: TextDocument
}

/** The texts of a file: one, or those of a mail and its attachments. Refuses with a `TextUnreadable`. */
export async function readParts(
  bytes: Uint8Array,
  file: NamedFile,
  progress: Progress = () => {},
  nesting = 0,
): Promise<ReadPart[]> {
  if (bytes.length > readingLimits.fileBytes)
    throw new TextUnreadable('tooLarge', String(readingLimits.fileBytes / 1024 / 1024))
  if (bytes.length === 0) throw new TextUnreadable('empty')
  try {
    if (kindOf(bytes, file) === 'mail') return await mailParts(bytes, file, progress, nesting)
    return [{ name: file.name, document: await readOne(bytes, file, progress) }]
  } catch (error) {
    throw asUnreadable(error)
  }
}

async function mailParts(
  bytes: Uint8Array,
  file: NamedFile,
  progress: Progress,
  nesting: number,
): Promise<ReadPart[]> {
  const { document, attachments } = await readMail(bytes)
  const parts: ReadPart[] = []
  const unread: string[] = []
  for (const { bytes: content, ...attached } of attachments) {
    try {
      if (nesting >= readingLimits.nesting) throw new TextUnreadable('tooDeep')
      parts.push(...(await readParts(content, attached, progress, nesting + 1)))
    } catch (error) {
      if (!(error instanceof TextUnreadable)) throw error
      unread.push(attached.name)
    }
  }
  const remarks = [
    ...document.remarks,
    ...unread.map((name) => ({ code: 'attachmentUnread' as const, detail: name })),
  ]
  if (parts.length === 0 && document.passages.length === 0) throw new TextUnreadable('empty')
  return [{ name: file.name, document: { ...document, remarks } }, ...parts]
}

async function readOne(bytes: Uint8Array, file: NamedFile, progress: Progress): Promise<TextDocument> {
  const kind = kindOf(bytes, file)
  switch (kind) {
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, progress)
    case 'zip':
      return readArchive(bytes, file)
    case 'hwp':
      return (await import('./read-hwp.ts')).readHwp(bytes)
    case 'doc':
    case 'rtf':
    case 'xls': {
      const converted = await (await import('./convert-office.ts')).convertOffice(bytes, kind)
      const document = await readArchive(converted, file)
      return { ...document, format: kind }
    }
    case 'image':
      return (await import('./pdf/recognise.ts')).recogniseImage(bytes)
    case 'locked':
      throw new TextUnreadable('locked')
    case 'markdown':
    case 'text':
    case 'html':
      return readWords(bytes, kind)
    default:
      throw new TextUnreadable('notSupported', file.name)
  }
}

async function readArchive(bytes: Uint8Array, { name }: NamedFile): Promise<TextDocument> {
  const zip = await openZip(bytes)
  const kind = await kindOfZip(zip)
  if (kind === 'docx') return (await import('./office/read-docx.ts')).readDocx(zip)
  if (kind === 'odt' || kind === 'ods') return (await import('./office/read-odt.ts')).readOdt(zip, kind)
  if (kind === 'hwpx') return (await import('./read-hwpx.ts')).readHwpx(zip)
  throw kind === 'xlsx' ? new TextUnreadable('isTable') : new TextUnreadable('notSupported', name)
}

/** Reads what consists of letters: the parsers of everything else are loaded only where they are needed. */
async function readWords(bytes: Uint8Array, kind: 'markdown' | 'text' | 'html'): Promise<TextDocument> {
  const { text, remarks } = decodeText(bytes, kind === 'html' ? declaredCharset(bytes) : null)
  if (text.length > readingLimits.textUnits)
    throw new TextUnreadable('tooLarge', String(readingLimits.textUnits / 1_000_000))
  const read =
    kind === 'markdown'
      ? (await import('./markdown/read-markdown.ts')).readMarkdown
      : kind === 'html'
        ? (await import('./html/read-html.ts')).readHtml
        : (await import('./read-plain-text.ts')).readPlainText
  const document = read(text, remarks)
  if (document.passages.length === 0) throw new TextUnreadable('empty')
  return document
}

interface ReadMail {
  document: TextDocument
  attachments: { name: string; type: string; bytes: Uint8Array }[]
}

/** Reads a mail: its subject as a title, sender, recipients and date, its words; its attachments as they are. */
async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 30 })
  const body = mail.text?.trim() ? readPlainText(mail.text) : readHtml(mail.html ?? '')
  if (mail.attachments.length > readingLimits.attachments)
    throw new TextUnreadable('tooManyParts', String(readingLimits.attachments))
  const head = [
    ...passage('title', mail.subject),
    ...passage('paragraph', labelled('From', mail.from ? [mail.from] : [])),
    ...passage('paragraph', labelled('To', [...(mail.to ?? []), ...(mail.cc ?? [])])),
    ...passage('paragraph', mail.date && `Date: ${mail.date}`),
  ]
  const below = body.passages.map((each) =>
    each.kind === 'title' ? { ...each, level: Math.min(6, each.level + 1) } : each,
  )
  const document = finishPassages({
    format: 'mail',
    passages: [...head, ...below],
    pages: null,
    remarks: body.remarks,
  })
  return { document, attachments: mail.attachments.filter(isOwnFile).map(fileOf) }
}

function passage(kind: 'title' | 'paragraph', text: string | undefined | null): TextPassage[] {
  return text ? [draftPassage([runOf(text)], { kind, level: kind === 'title' ? 1 : 0 })] : []
}

function labelled(label: string, addresses: readonly Address[]): string | null {
  const names = addresses.map(({ name, address }) =>
    name && address ? `${name} <${address}>` : (address ?? name),
  )
  return names.length === 0 ? null : `${label}: ${names.join(', ')}`
}

// Pictures inside the words of a mail are signatures and logos.
const isOwnFile = ({ disposition, mimeType, related }: Attachment) =>
  !(related || (disposition === 'inline' && mimeType.startsWith('image/')))

function fileOf({ filename, mimeType, content }: Attachment, index: number) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return { name: filename ?? `${index + 1}`, type: mimeType, bytes }
}

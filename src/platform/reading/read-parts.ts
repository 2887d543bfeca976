import { openZip } from './container/zip-parts.ts'
import { declaredCharset, decodeText } from './decode-text.ts'
import { kindOf, kindOfZip, type NamedFile } from './file-kind.ts'
import { readMail } from './read-mail.ts'
import { readingLimits } from './reading-limits.ts'
import type { Progress, TextDocument } from './text-document.ts'
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
      return (await import('./hwp/read-hwp.ts')).readHwp(bytes)
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
  if (kind === 'hwpx') return (await import('./hwp/read-hwpx.ts')).readHwpx(zip)
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

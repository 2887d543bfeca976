import type { ZipParts } from './container/zip-parts.ts'

export type FileKind =
  | 'markdown'
  | 'text'
  | 'html'
  | 'mail'
  | 'pdf'
  | 'zip'
  | 'rtf'
  | 'hwp'
  | 'doc'
  | 'xls'
  | 'locked'
  | 'image'
  | 'unknown'

export interface NamedFile {
  name: string
  /** Media type, where the sender gave one. */
  type?: string | undefined
}

/** The kind of a file by its first bytes; its name only distinguishes texts. */
export function kindOf(bytes: Uint8Array, { name, type = '' }: NamedFile): FileKind {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  if (/%PDF-\d/.test(start)) return 'pdf'
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return 'zip'
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return kindOfCompound(bytes)
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (start.startsWith('HWP Document File')) return 'hwp'
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP)/s.test(start))
    return 'image'
  return kindOfText(start, name.toLowerCase(), type.toLowerCase())
}

// Old office files are little file systems; the names of their streams say whose they are.
function kindOfCompound(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return 'locked'
  if (has('FileHeader') && (has('DocInfo') || has('BodyText'))) return 'hwp'
  if (has('WordDocument')) return 'doc'
  return has('Workbook') || has('Book') ? 'xls' : 'unknown'
}

function kindOfText(start: string, name: string, type: string): FileKind {
  const extension = /\.([a-z]+)$/.exec(name)?.[1] ?? ''
  const head = start.replace(/^(?:\u00ef\u00bb\u00bf|\s)+/, '')
  if (extension === 'eml' || type === 'message/rfc822') return 'mail'
  if (extension === 'md' || extension === 'markdown' || type.startsWith('text/markdown')) return 'markdown'
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head)) return 'html'
  if (/^html?$|^xhtml$/.test(extension) || type.startsWith('text/html')) return 'html'
  if (
    /^(?:From|To|Subject|Received|Return-Path|Delivered-To|MIME-Version|Date|Message-ID):[ \t]/i.test(head) &&
    /^(?:MIME-Version|Received|Message-ID):[ \t]/im.test(head)
  )
    return 'mail'
  return 'text'
}

export type OfficeKind = 'docx' | 'odt' | 'hwpx' | 'xlsx' | 'ods' | 'pptx' | 'odp' | 'unknown'

/** What an archive is by its parts. */
export async function kindOfZip(parts: ZipParts): Promise<OfficeKind> {
  const names = new Set(parts.names)
  if (names.has('mimetype')) {
    const type = (await parts.readText('mimetype'))?.trim() ?? ''
    if (type.startsWith('application/hwp+zip')) return 'hwpx'
    if (type === 'application/vnd.oasis.opendocument.text' || type.endsWith('opendocument.text-template'))
      return 'odt'
    if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return 'ods'
    if (type.startsWith('application/vnd.oasis.opendocument.presentation')) return 'odp'
  }
  if (parts.names.some((name) => /^Contents\/section\d+\.xml$/.test(name))) return 'hwpx'
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('ppt/presentation.xml')) return 'pptx'
  // Word may name its main part otherwise; its list of contents says so.
  const types = names.has('[Content_Types].xml') ? await parts.readText('[Content_Types].xml') : null
  return types?.includes('wordprocessingml.document.main') ? 'docx' : 'unknown'
}

import { open } from 'node:fs/promises'
import { utf16Of } from '../reading/utf16.ts'
import { openWorkbookZip } from './open-workbook-zip.ts'
import type { TableFormat } from './table.ts'
import { TableUnreadable } from './table.ts'

const zipMark = [0x50, 0x4b]
const olderOfficeMark = [0xd0, 0xcf, 0x11, 0xe0]

/** What a file is, by what it holds: its name may say anything. */
export async function sniffTable(path: string): Promise<TableFormat> {
  const head = await readHead(path)
  if (head.length === 0) throw new TableUnreadable('empty')
  if (startsWith(head, zipMark)) return sniffZip(path)
  if (startsWith(head, olderOfficeMark)) {
    // A workbook with a password is an older container with the whole of it inside, encrypted.
    if (head.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new TableUnreadable('locked')
    return 'xls'
  }
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46]) || isBinary(head)) throw new TableUnreadable('notTable')
  return 'csv'
}

async function sniffZip(path: string): Promise<TableFormat> {
  const zip = await openWorkbookZip(path)
  try {
    if (zip.names.includes('xl/workbook.xml')) return 'xlsx'
    if (zip.names.includes('content.xml')) return 'ods'
    throw new TableUnreadable('notTable')
  } finally {
    zip.close()
  }
}

// The directory of an older container may be anywhere in it; a small file is searched whole.
const headBytes = 4 * 1024 * 1024

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(Math.min(size, headBytes))
    await file.read(head, 0, head.length, 0)
    return head
  } finally {
    await file.close()
  }
}

function startsWith(head: Buffer, mark: number[]): boolean {
  return mark.every((byte, at) => head[at] === byte)
}

/** No text has zero bytes but UTF-16, where every second one is zero. */
function isBinary(head: Buffer): boolean {
  const sample = head.subarray(0, 4096)
  const zeros = sample.filter((byte) => byte === 0).length
  if (zeros === 0) return false
  return !utf16Of(sample)
}

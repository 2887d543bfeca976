import { spawn } from 'node:child_process'
import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { utf16Of } from '../reading/decode-text.ts'
import { openOdsTable } from './ods-table.ts'
import { openWorkbookZip } from './open-workbook-zip.ts'
import { type OpenedTable, type TableFormat, TableUnreadable } from './table.ts'
import { openTextTable } from './text-table.ts'
import { openXlsxTable } from './xlsx-table.ts'

/** Opens a file by its content, in any format. */
export async function openAnyTable({
  path,
  sheet,
}: {
  path: string
  sheet: string | null
}): Promise<OpenedTable> {
  switch (await sniffTable(path)) {
    case 'csv':
      return openTextTable(path)
    case 'xlsx':
      return openXlsxTable(path, sheet)
    case 'ods':
      return openOdsTable(path, sheet)
    case 'xls':
      return openOlderTable(path, sheet)
  }
}

const zipMark = [0x50, 0x4b]
const olderOfficeMark = [0xd0, 0xcf, 0x11, 0xe0]

/** What a file is, by what it holds: its name may say anything. */
async function sniffTable(path: string): Promise<TableFormat> {
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

const convertingMs = 120_000

/** Opens a workbook of Excel before 2007, which LibreOffice converts to a present one where it is installed. */
export async function openOlderTable(
  path: string,
  asked: string | null,
  program = 'soffice',
): Promise<OpenedTable> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-xls-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await convert(program, path, folder)
    const [made] = (await readdir(folder)).filter((name) => name.endsWith('.xlsx'))
    if (made === undefined) throw new TableUnreadable('damaged')
    const table = await openXlsxTable(join(folder, made), asked)
    return {
      ...table,
      about: { ...table.about, format: 'xls' },
      close: () => {
        table.close()
        void remove()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

function convert(program: string, path: string, folder: string): Promise<void> {
  const words = [
    '--headless',
    '--norestore',
    // A profile of its own: two conversions at once would wait for each other, and macros of a user be run.
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--convert-to',
    'xlsx',
    '--outdir',
    folder,
    path,
  ]
  return new Promise((done, failed) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true })
    // The whole group: the program starts another one that does the work.
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      failed(new TableUnreadable('tooSlow'))
    }, convertingMs)
    child.on('error', () => failed(new TableUnreadable('needsProgram', 'libreoffice-calc')))
    child.on('exit', (code) => (code === 0 ? done() : failed(new TableUnreadable('damaged'))))
    child.on('close', () => clearTimeout(timer))
  })
}

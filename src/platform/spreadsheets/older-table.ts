import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type OpenedTable, TableUnreadable } from './table.ts'
import { openXlsxTable } from './xlsx-table.ts'

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

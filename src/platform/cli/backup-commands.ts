import { createReadStream } from 'node:fs'
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type RestoredBackup, restoreBackup } from '../database/backup/restore-backup.ts'
import { type WrittenBackup, writeBackup } from '../database/backup/write-backup.ts'
import { type Command, CommandFailed, cannotRead, type Terminal } from './command.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'write everything into a portable file (- for standard output)',
  words: [1, 1],
  run: async ({ words: [file = ''], application, terminal, folder }) => {
    const progress = (done: number, total: number) => terminal.progress('Writing the backup', done, total)
    const write = (sink: (piece: string) => Promise<void>) =>
      writeBackup(application.database, {
        clock: application.clock,
        storage: application.storage,
        write: sink,
        progress,
      })
    const written =
      file === '-' ? await write(terminal.write) : await writeWholeFile(resolve(folder, file), write)
    terminal.say(`Wrote ${inWords(written)}${file === '-' ? '' : ` to ${file}`}`)
    sayMissing(terminal, written)
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE [--replace] [--end-tokens]',
  summary: 'read such a file into an empty database (- for standard input)',
  options: { replace: 'flag', 'end-tokens': 'flag' },
  words: [1, 1],
  run: async ({ words: [file = ''], options, application, terminal, folder }) => {
    const source = file === '-' ? terminal.read() : createReadStream(resolve(folder, file))
    try {
      const restored = await restoreBackup(application.database, source, {
        replace: options.replace === true,
        endTokens: options['end-tokens'] === true,
        clock: application.clock,
        storage: application.storage,
        progress: (done, total) => terminal.progress('Reading the backup', done, total),
      })
      sayInForce(terminal, restored, {
        replaced: options.replace === true,
        ended: options['end-tokens'] === true,
      })
      terminal.say(`Restored ${inWords(restored)}`)
      sayMissing(terminal, restored)
    } catch (error) {
      if (error instanceof Error && 'syscall' in error) throw cannotRead(file, error)
      throw error
    }
  },
}

// The operator must know that what was ended after the backup is in force again.
function sayInForce(
  terminal: Terminal,
  { writtenAt, inForce }: RestoredBackup,
  { replaced, ended }: { replaced: boolean; ended: boolean },
): void {
  const counts = inForce.map(
    ({ name, count, endedSince }) =>
      `${count} ${name}${replaced && endedSince > 0 ? ` (${endedSince} not in force before)` : ''}`,
  )
  terminal.say(
    `As it stood on ${writtenAt}, in force again: ${counts.join(', ')}; no session. Look through roles and readers: whoever left since is back`,
  )
  terminal.say(
    ended
      ? 'Ended with --end-tokens: tokens, invitations, secret addresses, links and passkeys. Roles and readers stay'
      : 'Whatever was ended since works again; "restore --end-tokens" ends all tokens, invitations, secret addresses, links and passkeys',
  )
}

function inWords({ rows, files }: WrittenBackup): string {
  return files === 0 ? `${rows} rows` : `${rows} rows and ${files} ${files === 1 ? 'file' : 'files'}`
}

function sayMissing(terminal: Terminal, { missing }: WrittenBackup): void {
  if (missing > 0)
    terminal.say(`The bytes of ${missing} files were not to be found: "entente doctor" says more`)
}

/**
 * Writes a file that is either whole, on the disk and readable by its owner alone, or not there at all: the old file
 * stays until then. A device or a pipe is written as it is.
 */
async function writeWholeFile<T>(
  path: string,
  work: (write: (piece: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const isSpecial = await stat(path).then(
    (found) => !found.isFile(),
    () => false,
  )
  const target = isSpecial ? path : `${path}.part`
  try {
    const result = await fill(await open(target, 'w', 0o600), work)
    if (!isSpecial) {
      await rename(target, path)
      await syncFolder(dirname(path))
    }
    return result
  } catch (error) {
    if (!isSpecial) await rm(target, { force: true }).catch(() => undefined)
    if (error instanceof Error && 'syscall' in error)
      throw new CommandFailed(`${path} cannot be written: ${error.message}`)
    throw error
  }
}

async function fill<T>(
  file: FileHandle,
  work: (write: (piece: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  try {
    const result = await work(async (piece) => {
      await file.writeFile(piece)
    })
    // A pipe or a device cannot be synced.
    await file.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EINVAL') throw error
    })
    return result
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { restoreBackup } from '../database/backup/restore-backup.ts'
import { writeBackup } from '../database/backup/write-backup.ts'
import { type Command, CommandFailed } from './command.ts'
import { writeWholeFile } from './whole-file.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'write everything into a portable file (- for standard output)',
  words: [1, 1],
  run: async ({ words: [file = ''], application, terminal, folder }) => {
    const progress = (done: number, total: number) => terminal.progress('Writing the backup', done, total)
    const write = (sink: (piece: string) => Promise<void>) =>
      writeBackup(application.database, { clock: application.clock, write: sink, progress })
    const rows =
      file === '-' ? await write(terminal.write) : await writeWholeFile(resolve(folder, file), write)
    terminal.say(`Wrote ${rows} rows${file === '-' ? '' : ` to ${file}`}`)
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE [--replace]',
  summary: 'read such a file into an empty database (- for standard input)',
  options: { replace: 'flag' },
  words: [1, 1],
  run: async ({ words: [file = ''], options, application, terminal, folder }) => {
    const source = file === '-' ? terminal.read() : createReadStream(resolve(folder, file))
    try {
      const rows = await restoreBackup(application.database, source, {
        replace: options.replace === true,
        progress: (done, total) => terminal.progress('Reading the backup', done, total),
      })
      terminal.say(`Restored ${rows} rows`)
    } catch (error) {
      if (error instanceof Error && 'syscall' in error)
        throw new CommandFailed(`${file} cannot be read: ${error.message}`)
      throw error
    }
  },
}

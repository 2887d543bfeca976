import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { type RestoredBackup, restoreBackup } from '../database/backup/restore-backup.ts'
import { type WrittenBackup, writeBackup } from '../database/backup/write-backup.ts'
import { type Command, cannotRead, type Terminal } from './command.ts'
import { writeWholeFile } from './whole-file.ts'

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

import { migrate } from '../database/migrations.ts'
import { mailReadCommand } from '../mail/inbound/reading/read-command.ts'
import { textCommand } from '../reading/text-command.ts'
import { backupCommand, restoreCommand } from './backup-commands.ts'
import type { Command } from './command.ts'

/** Commands that concern no feature. */
export const platformCommands: Command[] = [
  {
    name: 'migrate',
    usage: 'migrate',
    summary: 'bring the database to this release (a start does it too)',
    words: [0, 0],
    run: async ({ application, terminal }) => {
      const applied = await migrate(application.database)
      terminal.say(applied.length === 0 ? 'The database is up to date' : `Applied ${applied.join(', ')}`)
    },
  },
  backupCommand,
  restoreCommand,
  textCommand,
  mailReadCommand,
]

import { pino } from 'pino'
import { createApplication } from './app.tsx'
import { callControl } from './platform/cli/control.ts'
import { processTerminal } from './platform/cli/process-terminal.ts'
import { stopWithOneLine } from './platform/cli/stop.ts'
import { openDatabase, openUnmigrated } from './platform/database/open-database.ts'
import { readEnvironment } from './platform/settings/environment.ts'
import { readSettings } from './platform/settings/settings.ts'
import { listCommands, readCommand, runCommand } from './run-command.ts'
import { serve } from './serve.ts'

const words = process.argv.slice(2)
const terminal = processTerminal()

if (words.length === 0 || words[0] === '--help' || words[0] === 'help') {
  terminal.out(help())
} else if (words[0] === 'serve' && words.length === 1) {
  await serve(readEnvironment())
} else if (words[0] === 'worker' && words.length === 1) {
  await serve({ ...readEnvironment(), ROLE: 'worker' })
} else {
  process.exitCode = await run().catch(stopWithOneLine)
}

async function run(): Promise<number> {
  const settings = readSettings(readEnvironment())
  const { command } = readCommand(words)
  const request = { words, folder: process.cwd() }
  // A running server holds the embedded database: it does the work.
  const answered = settings.databaseUrl ? null : await callControl(settings, request, terminal)
  if (answered !== null) return answered
  const opensAsItIs = ['doctor', 'migrate', 'restore'].includes(command.name)
  const database = await (opensAsItIs ? openUnmigrated(settings) : openDatabase(settings))
  database.onBroken(stopWithOneLine)
  try {
    return await runCommand(
      createApplication({ settings, database, log: pino({ level: 'silent' }) }),
      request,
      terminal,
    )
  } finally {
    await database.close()
  }
}

function help(): string {
  const lines = [
    ['serve', 'the web server and the worker (npm start)'],
    ['worker', 'the worker alone'],
    ...listCommands().map((command) => [command.usage, command.summary]),
  ]
  return `Usage: entente <command>\n\n${lines.map(([usage, summary]) => `  ${usage}\n      ${summary}`).join('\n')}\n`
}

import { parseArgs } from 'node:util'
import { doctorCommand } from './doctor.ts'
import { features } from './features/index.ts'
import { type Command, type Terminal, WrongUsage } from './platform/cli/command.ts'
import type { CommandRequest } from './platform/cli/control.ts'
import { platformCommands } from './platform/cli/platform-commands.ts'
import { exitCodeFor, lineFor } from './platform/cli/stop.ts'
import type { Application } from './platform/http/application.ts'

/** Every command, by name. */
export function listCommands(): Command[] {
  return [...features.flatMap((feature) => feature.commands ?? []), ...platformCommands, doctorCommand].sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  )
}

/** Finds and runs a command; returns the exit code, after one clear line when it did not work. */
export async function runCommand(
  application: Application,
  request: CommandRequest,
  terminal: Terminal,
  gone: AbortSignal | null = null,
): Promise<number> {
  try {
    const { command, words, options } = readCommand(request.words)
    const signal = AbortSignal.any([application.stopping, ...(gone ? [gone] : [])])
    await command.run({ words, options, terminal, application, folder: request.folder, signal })
    return 0
  } catch (error) {
    terminal.say(lineFor(error))
    return exitCodeFor(error)
  }
}

/** Reads command, words and options from the command line, or throws WrongUsage. */
export function readCommand(given: string[]) {
  const command = listCommands().find(({ name }) => `${given.slice(0, 3).join(' ')} `.startsWith(`${name} `))
  if (!command) throw new WrongUsage(`There is no command "${given[0] ?? ''}": "entente --help" lists them`)
  const rest = given.slice(command.name.split(' ').length)
  const options = Object.fromEntries(
    Object.entries(command.options ?? {}).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  let read: ReturnType<typeof parseArgs>
  try {
    read = parseArgs({ args: rest, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUsage(
      `${error instanceof Error ? error.message.split('.')[0] : error}. Usage: entente ${command.usage}`,
    )
  }
  const [least, most] = command.words
  if (read.positionals.length < least || read.positionals.length > most)
    throw new WrongUsage(`Usage: entente ${command.usage}`)
  const values: Record<string, string | boolean> = {}
  for (const [name, value] of Object.entries(read.values))
    if (typeof value === 'string' || typeof value === 'boolean') values[name] = value
  return { command, words: read.positionals, options: values }
}

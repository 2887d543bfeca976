import type { Application } from '../http/application.ts'

/** Where a command writes: answers to `out`, progress and messages to `say`. */
export interface Terminal {
  out(text: string | Uint8Array): void
  /** Writes large output: settles when more may follow. */
  write(piece: string | Uint8Array): Promise<void>
  /** What is piped to the command. */
  read(): AsyncIterable<Uint8Array>
  say(line: string): void
  /** Shows how far a long piece of work is; total 0 when unknown. */
  progress(label: string, done: number, total: number): void
}

export interface CommandCall {
  words: string[]
  options: Record<string, string | boolean>
  terminal: Terminal
  application: Application
  /** Folder that relative file names are read from: the caller's, also when the running server does the work. */
  folder: string
  /** Ends the work when the caller has gone away, or the server that does it stops. */
  signal: AbortSignal
}

/** One `entente …` command; `name` may have two words, as in `directory load`. */
export interface Command {
  name: string
  usage: string
  summary: string
  options?: Record<string, 'text' | 'flag'>
  /** How many words follow the name, at least and at most. */
  words: [number, number]
  run(call: CommandCall): Promise<void>
}

/** Wrong usage: one line and exit 2. */
export class WrongUsage extends Error {}

/** Could not be done: one line and exit 1. */
export class CommandFailed extends Error {}

/** The failure of a command that cannot read a file that it was given. */
export function cannotRead(file: string, error: unknown): CommandFailed {
  return new CommandFailed(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
}

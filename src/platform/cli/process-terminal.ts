import type { Terminal } from './command.ts'
import { showProgress } from './progress.ts'

/** The terminal that this process was started on. */
export function processTerminal(): Terminal {
  // The reader of the output may go away (`| head`): the write that fails says so.
  process.stdout.on('error', () => undefined)
  return {
    out: (text) => void process.stdout.write(text),
    write: (piece) =>
      new Promise((resolve, reject) => {
        process.stdout.write(piece, (error) => (error ? reject(error) : resolve()))
      }),
    read: () => process.stdin,
    say: (line) => void process.stderr.write(`${line}\n`),
    progress: showProgress(process.stderr),
  }
}

import type { WriteStream } from 'node:tty'
import type { Terminal } from './command.ts'

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

const width = 24
const patienceMs = 1000

/** A progress bar on a terminal for work that lasts over a second; one line at the start and one at the end elsewhere. */
export function showProgress(stream: WriteStream | NodeJS.WriteStream) {
  let label = ''
  let startedAt = 0
  let rendered = false
  return (what: string, done: number, total: number): void => {
    if (what !== label) {
      label = what
      startedAt = performance.now()
      rendered = false
      if (!stream.isTTY) stream.write(`${what}…\n`)
    }
    if (!stream.isTTY || performance.now() - startedAt < patienceMs) return
    const share = total > 0 ? Math.min(1, done / total) : 0
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░')
    stream.write(`\r${what} ${bar} ${Math.round(share * 100)} %`)
    rendered = true
    if (done >= total && rendered) stream.write('\n')
  }
}

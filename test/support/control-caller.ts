import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Frame } from '../../src/platform/cli/control.ts'

interface Answered {
  exit: number
  /** What it printed. */
  out: string
}

/** Has a command done by the server that runs on a data directory, without a process of its own. */
export async function callServer(dataDir: string, words: string[]): Promise<Answered> {
  const socket = connect(join(dataDir, 'control.sock'))
  socket.write(`${JSON.stringify({ words, folder: dataDir })}\n`)
  const printed: Buffer[] = []
  try {
    for await (const line of createInterface({ input: socket })) {
      const frame: Frame = JSON.parse(line)
      if ('out' in frame) printed.push(Buffer.from(frame.out, 'base64'))
      if ('exit' in frame) return { exit: frame.exit, out: Buffer.concat(printed).toString() }
    }
    throw new Error('The server went away')
  } finally {
    socket.destroy()
  }
}

import { connect } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Has a command done by the server that runs on a data directory, without a process of its own; answers its exit code. */
export async function callServer(dataDir: string, words: string[]): Promise<number> {
  const socket = connect(join(dataDir, 'control.sock'))
  socket.write(`${JSON.stringify({ words, folder: dataDir })}\n`)
  try {
    for await (const line of createInterface({ input: socket })) {
      const frame: { exit?: number } = JSON.parse(line)
      if (frame.exit !== undefined) return frame.exit
    }
    throw new Error('The server went away')
  } finally {
    socket.destroy()
  }
}

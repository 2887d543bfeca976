import type { Socket } from 'node:net'
import { CommandFailed, type Terminal } from './command.ts'

/** Messages of the server, a line each; `ask` for the next piece of what is piped to the command. */
export type Frame =
  | { out: string }
  | { say: string }
  | { progress: [string, number, number] }
  | { ask: true }
  | { exit: number }

/** The caller's answer to `ask`: a piece in base64, or null at the end. */
export interface Answer {
  input: string | null
}

const largestPiece = 16 * 1024

/** The terminal of a caller at the other end of a socket; when the caller has gone, all that waits for it ends. */
export function socketTerminal(socket: Socket, lines: AsyncIterator<string>): Terminal {
  const send = (frame: Frame) => socket.writable && socket.write(`${JSON.stringify(frame)}\n`)
  return {
    out: (text) => void send({ out: Buffer.from(text).toString('base64') }),
    write: async (piece) => {
      const bytes = Buffer.from(piece)
      for (let at = 0; at < bytes.length; at += largestPiece) {
        if (!send({ out: bytes.toString('base64', at, at + largestPiece) })) await drained(socket)
      }
    },
    read: async function* () {
      for (;;) {
        send({ ask: true })
        const { value, done } = await lines.next()
        if (done) throw new CommandFailed('The caller went away')
        const { input }: Answer = JSON.parse(value)
        if (input === null) return
        yield Buffer.from(input, 'base64')
      }
    },
    say: (text) => void send({ say: text }),
    progress: (...progress) => void send({ progress }),
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new CommandFailed('The caller went away'))
    if (socket.destroyed) return gone()
    socket.once('close', gone)
    socket.once('drain', () => {
      socket.off('close', gone)
      resolve()
    })
  })
}

import { chmodSync, existsSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Settings, WrongSetting } from '../settings/settings.ts'
import { CommandFailed, type Terminal } from './command.ts'

export interface CommandRequest {
  words: string[]
  folder: string
}

export interface Control {
  close(): Promise<void>
}

// The system's own limit, for the name of a socket.
const longestPath = 100

/**
 * While a server holds the embedded database, it runs the commands: it listens on a socket in the data directory that
 * only its owner can open.
 */
export async function openControl(
  settings: Settings,
  run: (request: CommandRequest, terminal: Terminal, gone: AbortSignal) => Promise<number>,
): Promise<Control> {
  const path = socketPath(settings)
  if (path.length > longestPath && process.platform !== 'win32') {
    throw new WrongSetting(
      `DATA_DIR is "${settings.dataDir}" but takes a folder whose whole path has at most 87 characters`,
    )
  }
  if (process.platform !== 'win32' && existsSync(path)) rmSync(path)
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    void serveOne(socket, run)
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, done)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return { close: () => new Promise((done) => server.close(() => done())) }
}

/** Hands a command to the server that runs on this data directory; null when none does, else its exit code. */
export async function callControl(
  settings: Settings,
  request: CommandRequest,
  terminal: Terminal,
): Promise<number | null> {
  const socket = connect(socketPath(settings))
  const connected = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
  if (!connected) return null
  socket.on('error', () => socket.destroy())
  socket.write(`${JSON.stringify(request)}\n`)
  let input: AsyncIterator<Uint8Array> | null = null
  for await (const line of createInterface({ input: socket })) {
    const frame: Frame = JSON.parse(line)
    if ('out' in frame) await terminal.write(Buffer.from(frame.out, 'base64'))
    if ('say' in frame) terminal.say(frame.say)
    if ('progress' in frame) terminal.progress(...frame.progress)
    if ('ask' in frame) {
      input ??= terminal.read()[Symbol.asyncIterator]()
      const { value, done } = await input.next()
      const answer: Answer = { input: done ? null : Buffer.from(value).toString('base64') }
      socket.write(`${JSON.stringify(answer)}\n`)
    }
    if ('exit' in frame) {
      socket.destroy()
      await input?.return?.()
      return frame.exit
    }
  }
  terminal.say('The server stopped before the command had ended')
  return 1
}

async function serveOne(
  socket: Socket,
  run: (request: CommandRequest, terminal: Terminal, gone: AbortSignal) => Promise<number>,
): Promise<void> {
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.done) return
  const request: CommandRequest = JSON.parse(first.value)
  const gone = new AbortController()
  socket.once('close', () => gone.abort(new CommandFailed('The caller went away')))
  const exit = await run(request, socketTerminal(socket, lines), gone.signal)
  socket.end(`${JSON.stringify({ exit } satisfies Frame)}\n`)
}

function socketPath(settings: Settings): string {
  const path = resolve(settings.dataDir, 'control.sock')
  if (process.platform !== 'win32') return path
  return join('\\\\.\\pipe', `entente-${Buffer.from(path).toString('base64url').slice(-100)}`)
}

/** Messages of the server, a line each; `ask` for the next piece of what is piped to the command. */
export type Frame =
  | { out: string }
  | { say: string }
  | { progress: [string, number, number] }
  | { ask: true }
  | { exit: number }

/** The caller's answer to `ask`: a piece in base64, or null at the end. */
interface Answer {
  input: string | null
}

const largestPiece = 16 * 1024

/** The terminal of a caller at the other end of a socket; when the caller has gone, all that waits for it ends. */
function socketTerminal(socket: Socket, lines: AsyncIterator<string>): Terminal {
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

import { chmodSync, existsSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Settings } from '../settings/settings.ts'
import type { Terminal } from './command.ts'

export interface CommandRequest {
  words: string[]
  folder: string
}

type Frame =
  | { out: string }
  | { say: string }
  | { progress: [string, number, number] }
  | { exit: number }

export interface Control {
  close(): Promise<void>
}

/**
 * While a server holds the embedded database, commands are run by it: it listens on a socket in the data directory that
 * only its owner can open.
 */
export async function openControl(
  settings: Settings,
  run: (request: CommandRequest, terminal: Terminal) => Promise<number>,
): Promise<Control> {
  const path = socketPath(settings)
  if (process.platform !== 'win32' && existsSync(path)) rmSync(path)
  const server = createServer((socket) => {
    createInterface({ input: socket }).once('line', (line) => {
      void serveOne(socket, line, run)
    })
    socket.on('error', () => socket.destroy())
  })
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(path, done)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return { close: () => new Promise((done) => server.close(() => done())) }
}

/** Hands a command to the server that runs on this data directory; null when none does, else its exit code. */
export async function callControl(settings: Settings, request: CommandRequest, terminal: Terminal): Promise<number | null> {
  const socket = connect(socketPath(settings))
  const connected = await new Promise<boolean>((done) => {
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
  if (!connected) return null
  socket.write(`${JSON.stringify(request)}\n`)
  for await (const line of createInterface({ input: socket })) {
    const frame: Frame = JSON.parse(line)
    if ('out' in frame) terminal.out(Buffer.from(frame.out, 'base64'))
    if ('say' in frame) terminal.say(frame.say)
    if ('progress' in frame) terminal.progress(...frame.progress)
    if ('exit' in frame) return frame.exit
  }
  terminal.say('The server stopped before the command had ended')
  return 1
}

async function serveOne(
  socket: Socket,
  line: string,
  run: (request: CommandRequest, terminal: Terminal) => Promise<number>,
): Promise<void> {
  const send = (frame: Frame) => socket.write(`${JSON.stringify(frame)}\n`)
  const request: CommandRequest = JSON.parse(line)
  const exit = await run(request, {
    out: (text) => send({ out: Buffer.from(text).toString('base64') }),
    say: (text) => send({ say: text }),
    progress: (...progress) => send({ progress }),
  })
  send({ exit })
  socket.end()
}

function socketPath(settings: Settings): string {
  const path = resolve(settings.dataDir, 'control.sock')
  if (process.platform !== 'win32') return path
  return join('\\\\.\\pipe', `entente-${Buffer.from(path).toString('base64url').slice(-100)}`)
}

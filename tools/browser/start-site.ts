import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { noteOutbox } from './outbox.ts'

export interface Site {
  url: string
  /** The address of its outbox with its key, which a demonstration prints last. */
  outbox: Promise<string>
  stop(): Promise<void>
}

/** Starts the built server on a free port with these settings, and waits until it is ready. */
export async function startSite(settings: Record<string, string>): Promise<Site> {
  const port = await findFreePort()
  const child = spawn(process.execPath, [join('dist', 'main.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, RATE_LIMIT: '0', LOG_LEVEL: 'warn', ...settings, PORT: String(port) },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const outbox = new Promise<string>((resolve) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const [address] = /\S+\/outbox\?key=\S+(?=\n)/.exec(said) ?? []
      if (address) resolve(address)
    })
  })
  void outbox.then(noteOutbox)
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.includes('ready: ')) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}; its messages are above`)))
  })
  return {
    url: `http://localhost:${port}`,
    outbox,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** A port on which nothing listens at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, 'localhost', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

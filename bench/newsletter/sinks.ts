import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startChild } from '../load/child.ts'
import { cpuMsOf } from '../load/process-stat.ts'
import { nextPort, plainEnvironment } from '../load/site.ts'

/** A mail server in a process of its own that takes everything and keeps nothing. */
export interface Sink {
  /** As the row calls it. */
  name: string
  /** For SMTP_URL. */
  url: string
  /** Processor time that it has used so far, in milliseconds. */
  cpuMs(): number
  stop(): Promise<void>
}

/** The sink of the library that our tests have too. */
export async function startLibrarySink(): Promise<Sink> {
  const path = fileURLToPath(new URL('./smtp-server-sink.ts', import.meta.url))
  const child = await startChild(path, [])
  return {
    name: 'smtp-server',
    url: `smtp://127.0.0.1:${child.greeting}`,
    cpuMs: () => cpuMsOf(child.pid) ?? 0,
    stop: child.stop,
  }
}

/** Postfix’s own, in C; null where it is not installed. */
export async function startPostfixSink(program: string | null): Promise<Sink | null> {
  if (program === null) return null
  const port = nextPort()
  // Root has to name a user.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child = spawn(program, [...user, `127.0.0.1:${port}`, '128'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: plainEnvironment(),
  })
  const end = () => void child.kill()
  process.once('exit', end)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await listening(port)
  return {
    name: 'smtp-sink',
    url: `smtp://127.0.0.1:${port}`,
    cpuMs: () => cpuMsOf(child.pid ?? 0) ?? 0,
    stop: async () => {
      process.off('exit', end)
      end()
      await ended
    },
  }
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      }).once('error', () => resolve(false))
    })
    if (isOpen) return
    await wait(50)
  }
  throw new Error(`smtp-sink does not listen on ${port}`)
}

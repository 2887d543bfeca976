import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { plainEnvironment } from './site.ts'

export interface Child {
  pid: number
  /** Sends it a message and waits for its answer. */
  ask(message: object): Promise<unknown>
  stop(): Promise<void>
}

/** Starts a program of the bench on the same Node as the server, and waits for its first message. */
export async function startChild(
  file: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<Child> {
  const child = fork(fileURLToPath(new URL(`../${file}`, import.meta.url)), words, {
    execArgv: ['--import', 'tsx'],
    env: { ...plainEnvironment(), ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const answered = () =>
    Promise.race([
      new Promise<unknown>((resolve) => child.once('message', resolve)),
      ended.then(() => Promise.reject(new Error(`${file} has ended`))),
    ])
  await answered()
  return {
    pid: child.pid ?? 0,
    ask: (message) => {
      const answer = answered()
      child.send(message)
      return answer
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

import { fork } from 'node:child_process'
import { plainEnvironment } from './site.ts'

export interface Child {
  pid: number
  /** Its first message. */
  greeting: unknown
  /** Sends it a message and waits for its answer. */
  ask(message: object): Promise<unknown>
  /** Ends it. It also ends by itself when this process is gone. */
  stop(): Promise<void>
}

/** Starts a program of the bench on the same Node as the server, and waits for its first message. */
export async function startChild(
  path: string,
  words: string[],
  environment: Record<string, string> = {},
): Promise<Child> {
  const child = fork(path, words, {
    execArgv: [],
    env: { ...plainEnvironment(), ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const answered = () =>
    Promise.race([
      new Promise<unknown>((resolve) => child.once('message', resolve)),
      ended.then(() => Promise.reject(new Error(`${path} has ended`))),
    ])
  const greeting = await answered()
  return {
    pid: child.pid ?? 0,
    greeting,
    ask: (message) => {
      const answer = answered()
      child.send(message)
      return answer
    },
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}

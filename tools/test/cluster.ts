import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Cluster {
  /** Address of its database `postgres`, as DATABASE_URL takes it. */
  url: string
  stop(): Promise<void>
}

/** One that is stopped at once, in the middle of its work, and started again on the same files. */
export interface StoppedCluster extends Cluster {
  stopAtOnce(): Promise<void>
  startAgain(): Promise<void>
}

/**
 * Starts a throw-away PostgreSQL server. It belongs to a process of its own that ends it and removes its files as soon
 * as this process is gone, whatever ended it.
 */
export async function startCluster(): Promise<Cluster> {
  const { stopAtOnce, startAgain, ...cluster } = await keepCluster([])
  return cluster
}

/** Starts a throw-away server for tests that stop it: what it has committed is still there when it is started again. */
export function startStoppedCluster(): Promise<StoppedCluster> {
  return keepCluster(['--stopped-at-once'])
}

async function keepCluster(words: string[]): Promise<StoppedCluster> {
  const keeper = fileURLToPath(new URL('./keep-cluster.ts', import.meta.url))
  const child = spawn(process.execPath, [keeper, ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })
  const nextLine = () =>
    new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      child.once('error', reject)
      child.once('exit', () => reject(new Error('PostgreSQL did not start; its messages are above')))
    })
  const url = await nextLine()
  child.unref()
  const tell = async (word: string) => {
    const answered = nextLine()
    child.stdin.write(`${word}\n`)
    await answered
  }
  return {
    url,
    stopAtOnce: () => tell('stop'),
    startAgain: () => tell('start'),
    stop: async () => {
      child.ref()
      child.stdin.end()
      await ended
    },
  }
}

/** The address of another database of the same server. */
export function databaseAddress(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

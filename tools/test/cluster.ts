import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Cluster {
  /** Address of its database `postgres`, as DATABASE_URL takes it. */
  url: string
  stop(): Promise<void>
}

/**
 * Starts a throw-away PostgreSQL server. It belongs to a process of its own that ends it and removes its files as soon
 * as this process is gone, whatever ended it.
 */
export async function startCluster(): Promise<Cluster> {
  const keeper = fileURLToPath(new URL('./keep-cluster.ts', import.meta.url))
  const child = spawn(process.execPath, [keeper], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    child.once('error', reject)
    child.once('exit', () => reject(new Error('PostgreSQL did not start; its messages are above')))
  })
  child.unref()
  return {
    url,
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

import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export class DirectoryLocked extends Error {}

/**
 * Takes the data directory for this process: the embedded database does not lock it, and two processes would lose rows.
 * On Linux an abstract socket frees itself however the process is killed; elsewhere a file names the process that holds it.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = realpathSync(directory)
  return process.platform === 'linux' ? lockBySocket(path) : lockByFile(path)
}

async function lockBySocket(path: string): Promise<() => Promise<void>> {
  const server = createServer()
  const name = `\0entente-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new DirectoryLocked(lockedMessage(path)) : error),
    )
    server.listen(name, resolve)
  })
  server.unref()
  return () => new Promise((resolve) => server.close(() => resolve()))
}

async function lockByFile(path: string): Promise<() => Promise<void>> {
  const file = join(path, 'entente.lock')
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const descriptor = openSync(file, 'wx', 0o600)
      writeSync(descriptor, String(process.pid))
      closeSync(descriptor)
      return async () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isRunning(Number(readFileSync(file, 'utf8')))) throw new DirectoryLocked(lockedMessage(path))
      rmSync(file, { force: true })
    }
  }
  throw new DirectoryLocked(lockedMessage(path))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function lockedMessage(path: string): string {
  return `The data directory ${path} is in use by another entente process; stop it, or set DATA_DIR to another folder`
}

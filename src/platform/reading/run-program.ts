import { spawn } from 'node:child_process'
import { accessSync, constants, rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TextUnreadable } from './text-unreadable.ts'

/** Where the programs of a machine are; they get none of the server's own settings. */
const folders = ['/usr/local/bin', '/usr/bin', '/bin', '/opt/homebrew/bin']

/** The path of a program, or null where it is not installed. */
export function programPath(name: string): string | null {
  const isThere = (path: string) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  }
  return folders.map((folder) => join(folder, name)).find(isThere) ?? null
}

/** The path of a program; refuses with the name of its package where it is not installed. */
export function requireProgram(name: string, packages: string): string {
  const path = programPath(name)
  if (path === null) throw new TextUnreadable('needsProgram', packages)
  return path
}

export interface RunOptions {
  folder: string
  timeMs: number
}

/** Runs a program to its end; what it writes to its standard output. */
export function runProgram(
  path: string,
  words: readonly string[],
  { folder, timeMs }: RunOptions,
): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(path, words, {
      cwd: folder,
      env: { PATH: folders.join(':'), HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
      // A group of its own, so that whatever it starts ends with it.
      detached: true,
    })
    const chunks: Buffer[] = []
    const timer = setTimeout(() => {
      endGroup(child.pid)
      failed(new TextUnreadable('tooSlow', String(Math.round(timeMs / 1_000))))
    }, timeMs)
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', failed)
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code === 0) done(Buffer.concat(chunks).toString('utf8'))
      else failed(new TextUnreadable('damaged'))
    })
    running.add(child.pid)
    child.on('exit', () => running.delete(child.pid))
  })
}

const running = new Set<number | undefined>()

const used = new Set<string>()

/** Ends every program that still runs, and removes the folders of their work: their caller is gone. */
export function endPrograms(): void {
  for (const id of running) endGroup(id)
  for (const folder of used) rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
}

function endGroup(id: number | undefined): void {
  if (id === undefined) return
  try {
    process.kill(-id, 'SIGKILL')
  } catch {}
}

/** A folder for one piece of work, removed when it is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-reading-'))
  used.add(folder)
  try {
    return await work(folder)
  } finally {
    used.delete(folder)
    await rm(folder, { recursive: true, force: true })
  }
}

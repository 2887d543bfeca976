import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Makes a folder once, however many processes ask for it at the same time: the first one fills it under another name, the others wait until
 * it is there. When that fails, the next one tries.
 */
export async function once(path: string, make: (partial: string) => Promise<void>): Promise<string> {
  const lock = `${path}.lock`
  const partial = `${path}.part`
  while (!existsSync(path)) {
    if (!takes(lock)) {
      await wait(50)
      continue
    }
    try {
      if (existsSync(path)) break
      await make(partial)
      renameSync(partial, path)
    } finally {
      rmSync(partial, { recursive: true, force: true })
      rmdirSync(lock)
    }
  }
  return path
}

function takes(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

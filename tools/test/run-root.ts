import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const neededBytes = 8 * 1024 ** 3

/**
 * The folder for temporary files of a run: in memory, where much of it is free – databases by the hundred are
 * made and removed, and a disk takes a quarter of the time –, else the system’s own; TMPDIR, where it is set.
 */
export function runRoot(
  environment: Record<string, string | undefined> = process.env,
  memory = '/dev/shm',
): string {
  const isFit = environment.TMPDIR === undefined && hasRoom(memory) && runsPrograms(memory)
  return isFit ? memory : tmpdir()
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return Math.min(bavail * bsize, process.availableMemory()) >= neededBytes
  } catch {
    return false
  }
}

// Some systems run nothing from there, and tests write programs.
function runsPrograms(folder: string): boolean {
  let own: string | null = null
  try {
    own = mkdtempSync(join(folder, 'entente-probe-'))
    const program = join(own, 'probe')
    writeFileSync(program, '#!/bin/sh\nexit 0\n')
    chmodSync(program, 0o755)
    execFileSync(program)
    return true
  } catch {
    return false
  } finally {
    if (own !== null) rmSync(own, { recursive: true, force: true })
  }
}

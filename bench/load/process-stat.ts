import { readdirSync, readFileSync } from 'node:fs'

// What Linux counts in, whatever the machine: sysconf(_SC_CLK_TCK) has been 100 on all of its ports for decades.
const ticksASecond = 100

/** Processor time that a process with all its threads has used so far, in milliseconds; null when it has gone. */
export function cpuMsOf(pid: number): number | null {
  const fields = statOf(pid)
  return fields ? ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksASecond : null
}

/** Resident memory of a process in megabytes (10⁶ bytes). */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kilobytes) * 1024) / 1e6
}

/** The most resident memory that a process has held so far, in megabytes (10⁶ bytes); 0 when it has gone. */
export function peakMb(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0
    return (Number(kilobytes) * 1024) / 1e6
  } catch {
    return 0
  }
}

/** The processes that a process has started, and those that they have started. */
export function pidsBelow(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? statOf(Number(name))?.[1] : undefined
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const below = (of: number): number[] =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)])
  return below(pid)
}

/** The words of a process's command line. */
export function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

// The command's name is in brackets and may hold spaces: fields are counted from behind it (state is the first).
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

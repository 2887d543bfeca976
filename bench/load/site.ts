import { type ChildProcess, spawn } from 'node:child_process'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { commandOf, pidsBelow } from './process-stat.ts'

export interface Site {
  /** Address without a final slash. */
  url: string
  /** The process that serves, whatever has started it. */
  pid: number
  /** From the command to the line that says that it is ready. */
  secondsToReady: number
  stop(): Promise<void>
}

// Each leads a group of processes: none outlives the run, however it ends.
const running = new Set<number>()
process.on('exit', () => {
  for (const leader of running) endGroup(leader)
})

const patienceMs = 15 * 60_000
const firstPort = Number(process.env.BENCH_PORT || 4150)
let ports = 0

/** A port of this run's own. */
export function nextPort(): number {
  return firstPort + (ports++ % 10)
}

/** Starts the built server on these settings and waits until it is ready; without limits of rate, and quiet. */
export function startSite(environment: Record<string, string>): Promise<Site> {
  return start([process.execPath, projectPath('dist', 'main.js')], environment)
}

/** Starts the server by `npm start`, as a person does. */
export function startByNpm(environment: Record<string, string>): Promise<Site> {
  return start(['npm', 'start'], environment)
}

async function start([command = '', ...words]: string[], environment: Record<string, string>): Promise<Site> {
  const port = nextPort()
  const startedAt = performance.now()
  // A group of its own, so that npm, its shell and the server end together.
  const child = spawn(command, words, {
    cwd: projectPath(),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
    env: { ...plainEnvironment(), RATE_LIMIT: '0', ...environment, PORT: String(port) },
  })
  const leader = child.pid ?? 0
  running.add(leader)
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await readiness(child)
  const secondsToReady = (performance.now() - startedAt) / 1000
  const family = [leader, ...pidsBelow(leader)]
  const pid = family.find(
    (each) => commandOf(each).some((word) => /dist[/\\]main\.js$/.test(word)) && isNode(each),
  )
  return {
    url: `http://localhost:${port}`,
    pid: pid ?? leader,
    secondsToReady,
    stop: async () => {
      endGroup(leader)
      await ended
      running.delete(leader)
    },
  }
}

/** What a child process gets of this one's environment: nothing that would set the server otherwise. */
export function plainEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8' }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGTERM')
  } catch {
    // It has ended by itself.
  }
}

function readiness(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error(`The server was not ready in time: ${said}`)), patienceMs)
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk
      if (!/ready: /.test(said)) return
      clearTimeout(timer)
      resolve()
    })
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      reject(new Error(`The server ended with ${code}: ${said}`))
    })
  })
}

// npm's shell carries the same words on its command line.
function isNode(pid: number): boolean {
  return /(^|\/)node$/.test(commandOf(pid)[0] ?? '')
}

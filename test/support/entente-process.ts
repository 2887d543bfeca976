import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { findFreePort } from '../../tools/browser/start-site.ts'

export interface Finished {
  exit: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
  seconds: number
}

export interface Running {
  url: string
  process: ChildProcess
  /** Its output so far on standard error. */
  said(): string
  /** Ends it and returns how it went. */
  stop(signal: NodeJS.Signals): Promise<Finished>
  ended: Promise<Finished>
}

// One start took longer than two minutes on a busy machine, and nobody saw why: the error says whether it worked or waited.
const patienceMs = 240_000
// Nothing of the machine's own settings may reach a process under test.
const plain = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LANG: 'C.UTF-8' }

export interface Launch {
  environment?: Record<string, string>
  input?: Uint8Array | string
  /** The user that it runs as; only root may choose. */
  user?: { uid: number; gid: number }
  cwd?: string
  /** Kills it so long after its start, unless it has ended. */
  killAfterMs?: number
}

/** Runs `entente …` to its end, as the built program on Node 26. */
export function runEntente(words: string[], launch: Launch = {}): Promise<Finished> {
  const child = start(['cli.js', ...words], launch)
  const ended = finish(child)
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(launch.input ?? '')
  if (launch.killAfterMs) setTimeout(() => child.kill('SIGKILL'), launch.killAfterMs)
  return ended
}

/** Starts a server as `launchServer` does, and kills it at the end of the test. */
export async function startEntente(launch: Launch): Promise<Running> {
  return launchServer(launch, (child, ended) =>
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await ended
    }),
  )
}

/**
 * Starts a server on a free port and waits until it reports that it is ready; throws its output if it ends before. Who asks for it ends
 * it: `onStart` gets the process before it is ready.
 */
export async function launchServer(
  launch: Launch,
  onStart: (child: ChildProcess, ended: Promise<Finished>) => void = () => undefined,
): Promise<Running> {
  const port = launch.environment?.PORT ?? String(await findFreePort())
  const child = start(['main.js'], {
    ...launch,
    environment: { LOG_LEVEL: 'warn', ...launch.environment, PORT: port },
  })
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const ended = finish(child)
  onStart(child, ended)
  let patience: NodeJS.Timeout | undefined
  await new Promise<void>((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk
      if (/ready: |works on what is due/.test(out)) resolve()
    })
    void ended.then(({ exit, err }) => reject(new Error(`The server ended with ${exit}: ${err}`)))
    patience = setTimeout(() => {
      reject(
        new Error(`Not ready in time, after ${processorSeconds(child)} s of a processor: ${said.join('')}`),
      )
    }, patienceMs)
  }).finally(() => clearTimeout(patience))
  return {
    url: `http://localhost:${port}`,
    process: child,
    said: () => said.join(''),
    stop: (signal) => {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

/** How long a process had a processor, where the system tells (Linux: fields 14 and 15, in hundredths). */
function processorSeconds({ pid }: ChildProcess): string {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return 'unknown'
  const [user, system] = readFileSync(path, 'utf8').replace(/.*\)/, '').split(' ').slice(12, 14)
  return ((Number(user) + Number(system)) / 100).toFixed(1)
}

function start([file = '', ...words]: string[], { environment = {}, user, cwd }: Launch): ChildProcess {
  return spawn(process.execPath, [projectPath('dist', file), ...words], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...plain, ...environment },
    cwd: cwd ?? projectPath(),
    ...user,
  })
}

async function finish(child: ChildProcess): Promise<Finished> {
  const startedAt = performance.now()
  const { stdout, stderr } = child
  if (!stdout || !stderr) throw new Error('The process has no output')
  const [out, err, { exit, signal }] = await Promise.all([
    buffer(stdout),
    buffer(stderr),
    new Promise<{ exit: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve({ exit: code, signal }))
    }),
  ])
  return {
    exit,
    signal,
    out: out.toString(),
    err: err.toString(),
    seconds: (performance.now() - startedAt) / 1000,
  }
}

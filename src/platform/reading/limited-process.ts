import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { workerEnvironment } from '../settings/compile-cache.ts'
import { TextUnreadable } from './text-unreadable.ts'

export interface ProcessLimits {
  /** How long a file may take in all, and without having come any further. */
  timeMs: number
  stillMs: number
  /** Bytes that the process may take, memory outside the heap included. */
  memory: number
}

interface Work<Answer, Result> {
  /** A file that this program runs alone. */
  worker: string
  /** Sent first; the bytes follow on its standard input. */
  order: object
  bytes: Uint8Array
  limits: ProcessLimits
  signal?: AbortSignal | undefined
  /** For work that needs no bytes: a process that did it well waits a while for more of it, as a start takes longer than a short text. */
  rests?: boolean
  /** Gets each answer, and may answer back: the result of the work ends it, and so does an error. */
  hear(answer: Answer, say: (message: object) => void): { result: Result } | null
}

const full = ['SIGABRT', 'SIGTRAP', 'SIGKILL']
const atOnce = 2
const mostWaiting = 16

let working = 0
const waiting: (() => void)[] = []

/** Works in turn with others: files that are read at once take memory together. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) throw new TextUnreadable('tooMany')
  while (working >= atOnce) await new Promise<void>((turn) => waiting.push(turn))
  working += 1
  try {
    return await work()
  } finally {
    working -= 1
    waiting.shift()?.()
  }
}

/** Has a stranger's file worked on in a process that ends with it, or is ended: by the limits, or by a caller who no longer waits. */
export function workInProcess<Answer, Result>(work: Work<Answer, Result>): Promise<Result> {
  const { worker, order, bytes, limits, signal, rests = false, hear } = work
  return new Promise((done, failed) => {
    const child = takeRested(worker, limits.memory) ?? start(worker, limits.memory)
    const say = (message: object) => {
      // A message that cannot reach a process that is ending is reported by its end.
      if (child.connected) child.send(message, () => undefined)
    }
    const seconds = (ms: number) => String(Math.round(ms / 1_000))
    const fail = (error: Error) => {
      stop()
      endProcess(child)
      failed(error)
    }
    const still = setTimeout(
      () => fail(new TextUnreadable('tooSlow', seconds(limits.stillMs))),
      limits.stillMs,
    )
    const whole = setTimeout(() => fail(new TextUnreadable('tooSlow', seconds(limits.timeMs))), limits.timeMs)
    const watch = setInterval(() => {
      if (memoryOf(child) > limits.memory) fail(new TextUnreadable('tooMuchMemory'))
    }, 250)
    const given = () =>
      fail(signal?.reason instanceof Error ? signal.reason : new Error('The reading was given up'))
    const stop = () => {
      clearTimeout(still)
      clearTimeout(whole)
      clearInterval(watch)
      signal?.removeEventListener('abort', given)
      child.removeAllListeners()
      // A message that was on its way when the process ended is no fault.
      child.on('error', () => undefined)
    }
    signal?.addEventListener('abort', given)
    child.on('message', (answer: Answer) => {
      still.refresh()
      try {
        const end = hear(answer, say)
        if (end === null) return
        stop()
        if (rests) rest(child, worker, limits.memory)
        else endProcess(child)
        done(end.result)
      } catch (error) {
        fail(error instanceof Error ? error : new Error(String(error)))
      }
    })
    child.on('error', fail)
    // Node ends itself like this when its heap is full, and the system when nothing is left.
    child.on('exit', (_, ended) =>
      fail(new TextUnreadable(ended !== null && full.includes(ended) ? 'tooMuchMemory' : 'damaged')),
    )
    child.send(order)
    // A process that is gone before it has read all is reported by its end.
    if (rests) return
    child.stdin?.on('error', () => {})
    child.stdin?.end(bytes)
  })
}

const restMs = 10_000
const mostAtRest = 300 * 1024 * 1024
const rested = new Map<string, { child: ChildProcess; memory: number; end: NodeJS.Timeout }>()

function rest(child: ChildProcess, worker: string, memory: number): void {
  if (rested.has(worker) || memoryOf(child) > mostAtRest) {
    endProcess(child)
    return
  }
  const end = setTimeout(() => {
    rested.delete(worker)
    endProcess(child)
  }, restMs)
  // It keeps nobody from ending.
  for (const each of [end, child, child.channel]) each?.unref()
  child.once('exit', () => rested.delete(worker))
  rested.set(worker, { child, memory, end })
}

function takeRested(worker: string, memory: number): ChildProcess | null {
  const found = rested.get(worker)
  if (!found || found.memory < memory || !found.child.connected) return null
  rested.delete(worker)
  clearTimeout(found.end)
  found.child.removeAllListeners()
  for (const each of [found.child, found.child.channel]) each?.ref()
  return found.child
}

function start(worker: string, memory: number): ChildProcess {
  return fork(worker, {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.round((memory / 1024 / 1024) * 0.6)}`],
    env: workerEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  })
}

// It is asked first, so that it ends the programs it has started; one that hangs in a parser does not hear.
function endProcess(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), 500).unref()
}

/** What a process takes, in bytes, where the system says so. */
function memoryOf({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/statm`
  if (!existsSync(file)) return 0
  try {
    return Number(readFileSync(file, 'utf8').split(' ')[1]) * 4_096
  } catch {
    return 0
  }
}

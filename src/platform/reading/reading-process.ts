import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { NamedFile } from './file-kind.ts'
import type { Progress, ReadPart } from './read-parts.ts'
import type { ReadingAnswer, SentPassage } from './reading-order.ts'
import type { TextPassage } from './text-document.ts'
import { TextUnreadable } from './text-unreadable.ts'

export interface ProcessLimits {
  /** How long a file may take in all, and without having come any further. */
  timeMs: number
  stillMs: number
  /** Bytes that the process may take, memory outside the heap included. */
  memory: number
}

/** Reads a file in a process that ends with it, or is ended: by the limits, or by whoever no longer waits. */
export function readInProcess(
  bytes: Uint8Array,
  file: NamedFile,
  limits: ProcessLimits,
  progress: Progress,
  signal?: AbortSignal,
): Promise<ReadPart[]> {
  return new Promise((done, failed) => {
    const parts: { name: string; head: Omit<ReadPart['document'], 'passages'>; passages: TextPassage[] }[] =
      []
    const child = start(limits.memory)
    const seconds = (ms: number) => String(Math.round(ms / 1_000))
    const fail = (error: Error) => {
      stop()
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
      endProcess(child)
    }
    signal?.addEventListener('abort', given)
    child.on('message', (answer: ReadingAnswer) => {
      still.refresh()
      if (answer.is === 'progress') progress(answer.done, answer.of)
      if (answer.is === 'document') parts.push({ name: answer.name, head: answer.head, passages: [] })
      if (answer.is === 'passages') parts.at(-1)?.passages.push(...answer.passages.map(placed))
      if (answer.is === 'unreadable') fail(new TextUnreadable(answer.code, answer.detail))
      if (answer.is !== 'end') return
      stop()
      done(parts.map(({ name, head, passages }) => ({ name, document: { ...head, passages } })))
    })
    child.on('error', fail)
    // Node ends itself like this when its heap is full.
    child.on('exit', (_, ended) =>
      fail(new TextUnreadable(ended === 'SIGABRT' || ended === 'SIGTRAP' ? 'tooMuchMemory' : 'damaged')),
    )
    child.send({ file, bytes: bytes.length })
    // A process that is gone before it has read all is told of by its end.
    child.stdin?.on('error', () => {})
    child.stdin?.end(bytes)
  })
}

const placed = ({ at, ...passage }: SentPassage): TextPassage => ({ ...passage, at: Array.from(at) })

function start(memory: number): ChildProcess {
  return fork(workerFile(), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.round((memory / 1024 / 1024) * 0.6)}`],
    // Nothing of this server's settings is any business of a process that reads a stranger's file.
    env: {},
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

/** From the sources Node runs the TypeScript file as it is; the build makes it an entry of its own. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './reading-worker.ts' : './reading-worker.js'
  return fileURLToPath(new URL(name, import.meta.url))
}

import { Worker } from 'node:worker_threads'
import { workerEnvironment } from '../../../../platform/settings/compile-cache.ts'
import { workerFile } from '../../../../platform/settings/worker-file.ts'
import type { Assignment, Progress } from './assign.ts'
import type { Order, Said } from './assignment-order.ts'

interface Listening {
  onProgress(progress: Progress): void
  /** Ends the search without an answer. */
  signal: AbortSignal
}

// Far above what the search allows itself: a thread that does not end is ended.
const graceMs = 20_000

/** Runs the search in a thread of its own, so that the server goes on answering; rejects when it is ended or fails. */
export function assignInThread(order: Order, { onProgress, signal }: Listening): Promise<Assignment> {
  return new Promise((done, failed) => {
    signal.throwIfAborted()
    const worker = new Worker(workerFile(import.meta.url, 'assignment-worker'), {
      workerData: order,
      env: workerEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', give)
      void worker.terminate()
      settle()
    }
    const give = () => end(() => failed(new Error('The assignment was ended')))
    const timer = setTimeout(give, order.options.timeMs + graceMs)
    signal.addEventListener('abort', give, { once: true })
    worker.on('message', (said: Said) => {
      if ('progress' in said) onProgress(said.progress)
      else end(() => done(said.assignment))
    })
    worker.on('error', (error) => end(() => failed(error)))
    worker.on('exit', (code) => end(() => failed(new Error(`The thread that assigns ended (${code})`))))
  })
}

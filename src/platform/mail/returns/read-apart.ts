import { inTurn, type ProcessLimits, workInProcess } from '../../reading/limited-process.ts'
import { TextUnreadable } from '../../reading/text-unreadable.ts'
import { workerFile } from '../../settings/worker-file.ts'
import type { ReadMessage } from './read-return.ts'

const limits: ProcessLimits = { timeMs: 10_000, stillMs: 10_000, memory: 384 * 1024 * 1024 }

/** The answer of `readReturn`, from a process of its own; `busy` while others are read, `failed` when the process came to no end. */
export async function readApart(
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ReadMessage | 'busy' | 'failed'> {
  try {
    return await inTurn(() => {
      signal.throwIfAborted()
      return workInProcess({
        worker: workerFile(import.meta.url, 'return-worker'),
        order: { bytes },
        bytes: new Uint8Array(),
        limits,
        signal,
        rests: true,
        hear: (read: ReadMessage) => ({ result: read }),
      })
    })
  } catch (error) {
    if (!(error instanceof TextUnreadable)) throw error
    return error.code === 'tooMany' ? 'busy' : 'failed'
  }
}

import { fileURLToPath } from 'node:url'
import { inTurn, type ProcessLimits, workInProcess } from '../../reading/limited-process.ts'
import { TextUnreadable } from '../../reading/text-unreadable.ts'
import type { ReadMessage } from './read-return.ts'

const limits: ProcessLimits = { timeMs: 10_000, stillMs: 10_000, memory: 384 * 1024 * 1024 }

/** What `readReturn` says, of a process of its own; `busy` where others are read just now, `failed` where the process came to no end. */
export async function readApart(
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ReadMessage | 'busy' | 'failed'> {
  try {
    return await inTurn(() => {
      signal.throwIfAborted()
      return workInProcess({
        worker: workerFile(),
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

/** From the sources Node runs the TypeScript file as it is; the build makes it an entry of its own. */
function workerFile(): string {
  const name = import.meta.url.endsWith('.ts') ? './return-worker.ts' : './return-worker.js'
  return fileURLToPath(new URL(name, import.meta.url))
}

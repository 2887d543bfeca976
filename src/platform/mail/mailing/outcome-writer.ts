import { setTimeout as wait } from 'node:timers/promises'
import type { ClaimedReader, Outcome } from './reader-claims.ts'

type Recorded = { reader: ClaimedReader; outcome: Outcome }
type Waiting = Recorded & { written(stopped: readonly string[]): void }

const longestWaitMs = 5000
// A statement costs as much for one outcome as for several.
const gatherMs = 2

/**
 * Writes outcomes down, those of two milliseconds or of the time while others are written together. Each waits
 * until its own is committed, however long the database is away: only then may the next letter leave by its connection. Returns
 * the mailings among them that are to stop.
 */
export function createOutcomeWriter(
  record: (outcomes: readonly Recorded[]) => Promise<string[]>,
  onError: (error: unknown) => void,
  most: number,
): (reader: ClaimedReader, outcome: Outcome) => Promise<readonly string[]> {
  let waiting: Waiting[] = []
  let isWriting = false
  let timer: NodeJS.Timeout | null = null

  function look(): void {
    if (isWriting || waiting.length === 0) return
    if (waiting.length >= most) void write()
    else timer ??= setTimeout(write, gatherMs)
  }

  async function write(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    isWriting = true
    // Never more at once: each number of outcomes is a statement of its own, which connections keep prepared.
    const batch = waiting.slice(0, most)
    waiting = waiting.slice(most)
    const stopped = await insist(batch)
    isWriting = false
    for (const { written } of batch) written(stopped)
    look()
  }

  async function insist(batch: readonly Recorded[]): Promise<string[]> {
    for (let pause = 50; ; pause = Math.min(pause * 2, longestWaitMs)) {
      try {
        return await record(batch)
      } catch (error) {
        onError(error)
        await wait(pause)
      }
    }
  }

  return (reader, outcome) =>
    new Promise((resolve) => {
      waiting.push({ reader, outcome, written: resolve })
      look()
    })
}

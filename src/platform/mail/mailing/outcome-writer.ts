import { setTimeout as wait } from 'node:timers/promises'
import type { ClaimedReader, Outcome } from './reader-claims.ts'

type Recorded = { reader: ClaimedReader; outcome: Outcome }
type Waiting = Recorded & { written(): void }

const longestWaitMs = 5000

/**
 * Writes outcomes down, those that come in while others are being written together. Each waits until its own is
 * committed, however long the database is away: only then may a connection take up its next letter.
 */
export function createOutcomeWriter(
  record: (outcomes: readonly Recorded[]) => Promise<void>,
  onError: (error: unknown) => void,
): (reader: ClaimedReader, outcome: Outcome) => Promise<void> {
  let waiting: Waiting[] = []
  let isWriting = false

  async function write(): Promise<void> {
    isWriting = true
    // One more turn: answers that came in together are written together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await insist(batch)
      for (const { written } of batch) written()
      await new Promise(setImmediate)
    }
    isWriting = false
  }

  async function insist(batch: readonly Recorded[]): Promise<void> {
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
      if (!isWriting) void write()
    })
}

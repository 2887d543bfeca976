import type { ClaimedReader } from './reader-claims.ts'

/** A reader’s letter in hand. */
export interface Letter {
  reader: ClaimedReader
  raw: Promise<Buffer>
}

export interface LetterSupply {
  /** The next one to send; null when there is none left. */
  next(): Promise<Letter | null>
  /** Takes those of a mailing out: they are not sent now. */
  drop(mailingId: string): ClaimedReader[]
  /** Why further letters could not be claimed; null when all is well. */
  readonly failure: { error: unknown } | null
}

// Claimed while so many are still there: nobody waits for the database.
const fewLeft = 20
const madeReadyAtOnce = 16

/**
 * Letters claimed a batch at a time, the next batch before the last one is used up, and made ready some ahead of their turn:
 * they are signed in other threads.
 */
export function createLetterSupply(
  claim: () => Promise<ClaimedReader[]>,
  fill: (reader: ClaimedReader) => Promise<Buffer>,
  connections: number,
): LetterSupply {
  let queue: { reader: ClaimedReader; raw: Promise<Buffer> | null }[] = []
  let claiming: Promise<void> | null = null
  let isDry = false
  let failure: { error: unknown } | null = null

  async function claimMore(): Promise<void> {
    try {
      const readers = await claim()
      isDry = readers.length === 0
      queue.push(...readers.map((reader) => ({ reader, raw: null })))
    } catch (error) {
      failure = { error }
      isDry = true
    }
    claiming = null
  }

  // Several at once: to wake the threads that sign costs as much as a signature.
  function makeReady(): void {
    const ready = queue.findIndex(({ raw }) => raw === null)
    if (ready < 0 || ready >= 2 * connections) return
    for (const letter of queue.slice(ready, ready + madeReadyAtOnce)) {
      letter.raw = fill(letter.reader)
      // The failure is reported when the letter is sent, if it is.
      letter.raw.catch(() => undefined)
    }
  }

  return {
    next: async () => {
      if (queue.length <= fewLeft && !isDry) claiming ??= claimMore()
      while (queue.length === 0 && claiming) await claiming
      makeReady()
      const letter = queue.shift()
      return letter ? { reader: letter.reader, raw: letter.raw ?? fill(letter.reader) } : null
    },
    drop: (mailingId) => {
      const dropped = queue.filter(({ reader }) => reader.mailingId === mailingId)
      queue = queue.filter(({ reader }) => reader.mailingId !== mailingId)
      return dropped.map(({ reader }) => reader)
    },
    get failure() {
      return failure
    },
  }
}

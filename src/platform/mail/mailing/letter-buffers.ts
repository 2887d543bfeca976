/** Room for the letters in hand. */
export interface LetterBuffers {
  take(bytes: number): Buffer
  /** Only once nobody reads or writes it. */
  giveBack(letter: Buffer): void
}

// Editions differ by some hundred bytes: what held one holds the next.
const step = 16 * 1024

/**
 * Memory that is used again and again: a hundred thousand letters of thirty kilobytes, each in memory of its own, would leave it in
 * pieces. Keeps as much as `most` letters need, and gives more when asked.
 */
export function createLetterBuffers(most: number): LetterBuffers {
  const free: Buffer[] = []
  return {
    take: (bytes) => {
      const fitting = free.findIndex(({ length }) => length >= bytes)
      const [known] = fitting < 0 ? [] : free.splice(fitting, 1)
      const room = known ?? Buffer.allocUnsafeSlow(Math.ceil(bytes / step) * step)
      return room.subarray(0, bytes)
    },
    giveBack: ({ buffer }) => {
      if (free.length < most) free.push(Buffer.from(buffer))
    },
  }
}

import { createHash } from 'node:crypto'
import { BackupUnusable } from './backup-format.ts'

// A row is a few kilobytes; what has no line end for so long is no text of ours.
const longestLine = 64 * 1024 * 1024
const lineEnd = 10

/** Reads a backup line by line, and knows the checksum of all before the current line. */
export class BackupLines {
  readonly #lines: AsyncGenerator<Buffer>
  readonly #hash = createHash('sha256')
  #last: Buffer | null = null
  number = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#lines = splitLines(source)
  }

  /** The next line, or null when the file ends. */
  async next(): Promise<string | null> {
    const { value, done } = await this.#lines.next()
    if (done) return null
    if (this.#last) this.#hash.update(this.#last)
    this.#last = value
    this.number++
    return value.toString('utf8', 0, value.at(-1) === lineEnd ? value.length - 1 : value.length)
  }

  /** SHA-256 of all bytes before the line that was read last. */
  get sumBefore(): string {
    return this.#hash.copy().digest('hex')
  }

  /** Ends the reading of the source. */
  async close(): Promise<void> {
    await this.#lines.return(undefined)
  }
}

// Not readline: it also takes U+2028 for a line end, which a text may contain.
async function* splitLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let length = 0
  for await (const chunk of source) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let end = rest.indexOf(lineEnd); end >= 0; end = rest.indexOf(lineEnd)) {
      yield Buffer.concat([...pieces, rest.subarray(0, end + 1)])
      rest = rest.subarray(end + 1)
      pieces = []
      length = 0
    }
    pieces.push(rest)
    length += rest.length
    if (length > longestLine)
      throw new BackupUnusable('This is no backup of entente: it is not made of lines')
  }
  if (length > 0) yield Buffer.concat(pieces)
}

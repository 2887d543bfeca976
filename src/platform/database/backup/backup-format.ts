import { createHash } from 'node:crypto'
import { z } from 'zod'

/**
 * A backup is text, one JSON document a line: a header; then for each table a line that names it and one line a row, as
 * the database itself writes it as JSON; then for each file a line that names it and lines with its bytes in base64; then a
 * line with the number of rows and the SHA-256 of all bytes before it. The first version had no files.
 */
export const backupVersion = 2

const header = z.object({
  entente_backup: z.number(),
  release: z.string(),
  written_at: z.string(),
  /** Migrations applied to the database, oldest first: they say what its tables look like. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which a table comes after those that it refers to. */
  tables: z.array(
    z.object({ name: z.string(), rows: z.number(), columns: z.record(z.string(), z.string()) }),
  ),
  /** How many files follow the tables. */
  files: z.number().int().nonnegative().default(0),
})

export type BackupHeader = z.infer<typeof header>

const tableLine = z.strictObject({ table: z.string() })
const fileLine = z.strictObject({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
  /** Its bytes were not where they should have been when the backup was written. */
  missing: z.literal(true).optional(),
})
const piece = z.strictObject({ bytes: z.base64() })
const lastLine = z.strictObject({ rows: z.number(), sha256: z.string() })

/** A file that is no backup, is damaged, or is too new; nothing was changed. */
export class BackupUnusable extends Error {}

export function readHeader(line: string): BackupHeader {
  const version = z.object({ entente_backup: z.number() }).safeParse(parse(line))
  if (!version.success)
    throw new BackupUnusable('This is no backup of entente: its first line is not the header of one')
  if (version.data.entente_backup > backupVersion) {
    throw new BackupUnusable(
      'The backup was written by a newer release of entente; install that release to restore it',
    )
  }
  const read = header.safeParse(parse(line))
  if (!read.success) throw new BackupUnusable('The header of the backup is damaged; nothing was changed')
  return read.data
}

/** The name of the table whose rows follow, or null when the line is another. */
export function readTableLine(line: string): string | null {
  return tableLine.safeParse(parse(line)).data?.table ?? null
}

/** The file whose bytes follow, or null when the line is another. */
export function readFileLine(line: string): z.infer<typeof fileLine> | null {
  return fileLine.safeParse(parse(line)).data ?? null
}

/** Some of the bytes of a file, or null when the line is another. */
export function readPiece(line: string): Buffer | null {
  const { data } = piece.safeParse(parse(line))
  return data ? Buffer.from(data.bytes, 'base64') : null
}

export function readLastLine(line: string): z.infer<typeof lastLine> | null {
  return lastLine.safeParse(parse(line)).data ?? null
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

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

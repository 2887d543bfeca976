import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { readingLimits } from '../reading-limits.ts'
import { TextUnreadable } from '../text-unreadable.ts'

/** The parts of an archive by their names. */
export class ZipParts {
  readonly names: readonly string[]
  readonly #entries: ReadonlyMap<string, Entry>
  readonly #file: ZipFile
  #left: number = readingLimits.inflatedBytes

  constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file
    this.#entries = entries
    this.names = [...entries.keys()]
  }

  /**
   * The bytes of a part, or null when there is none of this name. What is inflated is counted as it comes, whatever the
   * archive says of itself.
   */
  async read(name: string): Promise<Buffer | null> {
    const entry = this.#entries.get(name)
    if (!entry) return null
    if (entry.isEncrypted()) throw new TextUnreadable('locked')
    const stream = await this.#file.openReadStreamPromise(entry)
    const most = Math.min(
      readingLimits.partBytes,
      Math.max(1024 * 1024, entry.compressedSize * readingLimits.partRatio),
    )
    const chunks: Buffer[] = []
    let length = 0
    try {
      for await (const chunk of stream) {
        length += chunk.length
        this.#left -= chunk.length
        if (length > most || this.#left < 0) throw new TextUnreadable('bomb')
        chunks.push(chunk)
      }
    } catch (error) {
      // An archive that says less than it holds.
      throw error instanceof Error && /too many bytes/.test(error.message)
        ? new TextUnreadable('bomb')
        : error
    }
    return Buffer.concat(chunks)
  }

  async readText(name: string): Promise<string | null> {
    const bytes = await this.read(name)
    return bytes && new TextDecoder().decode(bytes)
  }
}

/** Opens an archive; only its list of parts is read. */
export async function openZip(bytes: Uint8Array): Promise<ZipParts> {
  const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
  })
  if (file.entryCount > readingLimits.parts)
    throw new TextUnreadable('tooManyParts', String(readingLimits.parts))
  const entries = new Map<string, Entry>()
  for await (const entry of file.eachEntry()) {
    if (entries.size >= readingLimits.parts)
      throw new TextUnreadable('tooManyParts', String(readingLimits.parts))
    entries.set(entry.fileName, entry)
  }
  return new ZipParts(file, entries)
}
